import { request } from "node:http";
import { linesOf } from "../../../workbench/preview/page/data/lines";
import { json, PageServer } from "../../../workbench/preview/server/server";

let server: PageServer;
beforeAll(async () => {
  server = await PageServer.listen(0);
});
afterAll(() => server.stop());

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Without what fetch forbids: a host of one's own choice. */
function send({
  body,
  headers = {},
  method = "GET",
}: Sent): Promise<{ status?: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`http://127.0.0.1:${server.port}/`, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += String(chunk)));
      response.on("end", () => {
        resolve({
          ...(response.statusCode !== undefined && { status: response.statusCode }),
          text,
        });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const JSON_TYPE = { "content-type": "application/json" };

test("until there is something to show it says that it starts", async () => {
  expect(await send({})).toEqual({
    status: 503,
    text: "The preview is starting; see the terminal.",
  });
});

describe("once it answers", () => {
  beforeAll(() => {
    server.handler = ({ json: sent, method }) => json({ method, sent });
  });

  test("a request by this machine's address or name is answered, under a strict content policy", async () => {
    expect((await send({ headers: { host: `localhost:${server.port}` } })).status).toBe(200);
    const response = await fetch(server.url);
    expect(response.headers.get("content-security-policy")).toMatch(
      /default-src 'none'; script-src 'self';/,
    );
  });

  test("a foreign host name that resolves to this machine is refused", async () => {
    expect((await send({ headers: { host: "evil.example" } })).status).toBe(403);
  });

  test("what a form of another page could send is refused", async () => {
    expect((await send({ method: "POST", body: "{}" })).status).toBe(405);
    const headers = { "content-type": "text/plain" };
    expect((await send({ method: "POST", headers, body: "{}" })).status).toBe(405);
    expect((await send({ method: "DELETE", headers: JSON_TYPE })).status).toBe(405);
  });

  test("JSON is read; what is none, or too much, is refused", async () => {
    const sent = await send({ method: "POST", headers: JSON_TYPE, body: '{"a":1}' });
    expect(JSON.parse(sent.text)).toEqual({ method: "POST", sent: { a: 1 } });
    expect((await send({ method: "POST", headers: JSON_TYPE, body: "{" })).status).toBe(400);
    const large = JSON.stringify("x".repeat(2_200_000));
    expect((await send({ method: "POST", headers: JSON_TYPE, body: large })).status).toBe(413);
  });

  test("an answer that comes in pieces is passed on piece by piece", async () => {
    let goOn: () => void = () => undefined;
    const pause = new Promise<void>((resolve) => (goOn = resolve));
    async function* pieces(): AsyncGenerator<string> {
      yield "first\n";
      await pause;
      yield "second\n";
    }
    server.handler = () => ({ status: 200, type: "application/x-ndjson", body: pieces() });
    const response = await fetch(server.url);
    const read: string[] = [];
    if (!response.body) throw new Error("The answer has no body.");
    for await (const line of linesOf(response.body)) {
      read.push(line);
      // The second piece is made only now: the first did not wait for it.
      goOn();
    }
    expect(read).toEqual(["first", "second"]);
  });

  test("a search whose client has left is aborted", async () => {
    let givenUp: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (givenUp = resolve));
    async function* neverMore(gone: AbortSignal): AsyncGenerator<string> {
      yield "first\n";
      await new Promise((resolve) => gone.addEventListener("abort", resolve));
      givenUp();
    }
    server.handler = ({ gone }) => ({ status: 200, type: "text/plain", body: neverMore(gone) });
    const leaving = new AbortController();
    await fetch(server.url, { signal: leaving.signal });
    leaving.abort();
    await ended;
    server.handler = () => json({});
    expect((await send({})).status).toBe(200);
  });

  test("an error is told, and the next request answered", async () => {
    server.handler = () => {
      throw new Error("no");
    };
    expect(await send({})).toEqual({ status: 500, text: '{"problem":"no"}' });
    server.handler = () => json({});
    expect((await send({})).status).toBe(200);
  });
});
