import { render } from "preact";
import { App } from "./app";
import { Clock } from "./data/clock";
import { fetchState } from "./data/server";
import { Settled } from "./data/settled";

const clock = new Clock(fetchState);
const settled = new Settled((isSettled) => {
  document.documentElement.dataset["settled"] = String(isSettled);
});
const page = document.getElementById("page");
if (!page) throw new Error("index.html has an element for the page.");
render(<App clock={clock} settled={settled} />, page);
void clock.run();
