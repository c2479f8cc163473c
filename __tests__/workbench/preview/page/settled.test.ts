import { Settled } from "../../../../workbench/preview/page/data/settled";

function watched() {
  const said: boolean[] = [];
  return { said, settled: new Settled((isSettled) => said.push(isSettled)) };
}

test("a page is settled when every panel has shown its data for what is chosen", () => {
  const { said, settled } = watched();
  settled.expect("march", ["calls", "agents"]);
  settled.panelShows("calls", "march");
  expect(said.at(-1)).toBe(false);
  settled.panelShows("agents", "march");
  expect(said.at(-1)).toBe(true);
});

test("it is not as soon as something is chosen, even before the expected panels are known", () => {
  const { said, settled } = watched();
  settled.expect("march", ["calls"]);
  settled.panelShows("calls", "march");
  settled.choicesChanged();
  expect(said.at(-1)).toBe(false);
});

test("data of an earlier choice do not count", () => {
  const { said, settled } = watched();
  settled.expect("march", ["calls"]);
  settled.panelShows("calls", "march");
  settled.expect("april", ["calls"]);
  expect(said.at(-1)).toBe(false);
  settled.panelShows("calls", "april");
  expect(said.at(-1)).toBe(true);
});

test("a choice that changes no number is settled at once", () => {
  const { said, settled } = watched();
  settled.expect("march", ["calls"]);
  settled.panelShows("calls", "march");
  settled.choicesChanged();
  settled.expect("march", ["calls"]);
  expect(said.at(-1)).toBe(true);
});
