import { isRecord } from "../../../cli/records/record-of";
import { ObjectSplitter, type Piece } from "../../../cli/records/split-objects";

function split(text: string, size: number): readonly Piece[] {
  const splitter = new ObjectSplitter(isRecord);
  const bytes = Buffer.from(text);
  const pieces: Piece[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    pieces.push(...splitter.push(bytes.subarray(start, start + size)));
  }
  return [...pieces, ...splitter.end()];
}

const record = (id: string): string => JSON.stringify({ ContactId: id, Note: 'a "}{" \\ ü\n' });

/** Wherever the chunks of a file end, its pieces are the same. */
describe.each([1, 2, 3, 7, 64, 65_536])("in chunks of %i bytes", (size) => {
  test("objects on one line, on several, and without line breaks", () => {
    const pretty = JSON.stringify(JSON.parse(record("c")), undefined, 2);
    const text = `${record("a")}${record("b")}\n${pretty}\r\n\r\n${record("d")}`;

    expect(split(text, size).map((piece) => JSON.parse(piece.text) as unknown)).toEqual(
      ["a", "b", "c", "d"].map((id) => JSON.parse(record(id)) as unknown),
    );
    expect(split(text, size).map(({ line }) => line)).toEqual([1, 1, 2, 7]);
  });

  test("an object that does not end takes no record of a later line with it", () => {
    const text = ['{"ContactId":"cut', record("b"), '{"ContactId":', record("d"), "oops"].join(
      "\n",
    );

    expect(split(text, size)).toEqual([
      { text: '{"ContactId":"cut', line: 1, byte: 0, problem: "a line break inside a string" },
      { text: record("b"), line: 2, byte: text.indexOf(record("b")) },
      expect.objectContaining({ line: 3, problem: "the object does not end" }),
      expect.objectContaining({ text: record("d"), line: 4 }),
      expect.objectContaining({ text: "oops", line: 5, problem: "not a JSON object" }),
    ]);
  });

  test("the end of the file within an object is named", () => {
    expect(split(`${record("a")}\n{"ContactId":`, size)).toEqual([
      expect.objectContaining({ text: record("a") }),
      expect.objectContaining({ line: 2, problem: "the file ends within this object" }),
    ]);
  });
});
