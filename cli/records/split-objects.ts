/** Text of one top-level JSON object, or text that is none. */
export interface Piece {
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
  /** Position of its first byte in the decompressed file, from 0. */
  readonly byte: number;
  /** Reason why the text is not an object. Absent: it is one, as far as its braces go. */
  readonly problem?: string;
}

/** Kinesis accepts records of up to 10 MiB, Firehose of 1,000 KiB. */
export const LONGEST_RECORD = 10 * 1024 * 1024;
/** Characters of a text that is not an object: enough to recognize it. */
const EXCERPT = 200;

const NO_OBJECT = "not a JSON object";
const NONE = -1;

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * Bytes between objects: white space, byte order marks, the record separators of RFC 7464, and the brackets and
 * commas of an array of objects.
 */
const BETWEEN = new Set([0x09, 0x0a, 0x0d, 0x20, 0x1e, 0x2c, 0x5b, 0x5d, 0xef, 0xbb, 0xbf]);

/**
 * Splits a stream of bytes into its top-level JSON objects: one a line, many a line, without line breaks, or one
 * over many lines. Holds the unfinished object only.
 *
 * Text that is not an object ends with its line. An object that does not end is given up at a line break inside
 * one of its strings, or at a line that `isRecord` accepts on its own.
 */
export class ObjectSplitter {
  #position = 0;
  #line = 1;
  #depth = 0;
  #isText = false;
  #inString = false;
  #escaped = false;
  /** Bytes of the unfinished piece in earlier chunks. */
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** Its bytes are no longer held. */
  #tooLong = false;
  #startByte = 0;
  #startLine = 1;
  /** First byte of a line within an object. */
  #lineStart = NONE;
  /** Such a line that begins with a brace: it may be a record after an object that does not end. */
  #candidate: { readonly byte: number; readonly line: number } | undefined;
  readonly #isRecord: (text: string) => boolean;

  constructor(isRecord: (text: string) => boolean) {
    this.#isRecord = isRecord;
  }

  /** Pieces that end within this chunk. */
  push(chunk: Buffer): readonly Piece[] {
    const pieces: Piece[] = [];
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (this.#depth === 0 && !this.#isText) {
        if (byte === LINE_FEED) this.#line++;
        if (BETWEEN.has(byte)) continue;
        start = i;
        this.#begin(this.#position + i, byte);
      } else if (byte === LINE_FEED) {
        const isOver = this.#endsWithLine(chunk.subarray(start, i), pieces);
        this.#line++;
        if (!isOver) this.#lineStart = this.#position + i + 1;
      } else if (this.#isText) {
        continue;
      } else if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) {
        this.#inString = true;
      } else if (byte === OPEN) {
        this.#depth++;
        if (this.#lineStart === this.#position + i) {
          this.#candidate = { byte: this.#position + i, line: this.#line };
        }
      } else if (byte === CLOSE && --this.#depth === 0) {
        pieces.push(this.#take(chunk.subarray(start, i + 1)));
      }
    }
    this.#position += chunk.length;
    if (this.#depth > 0 || this.#isText) this.#hold(chunk.subarray(start));
    return pieces;
  }

  /** The piece that the end of the file cuts. */
  end(): readonly Piece[] {
    if (this.#depth === 0 && !this.#isText) return [];
    const pieces: Piece[] = [];
    if (this.#candidate && this.#endsWithLine(Buffer.alloc(0), pieces)) return pieces;
    const problem = this.#isText ? NO_OBJECT : "the file ends within this object";
    return [this.#take(Buffer.alloc(0), problem)];
  }

  #begin(byte: number, first: number): void {
    this.#startByte = byte;
    this.#startLine = this.#line;
    if (first === OPEN) this.#depth = 1;
    else this.#isText = true;
  }

  /** Whether the unfinished piece is over at this line break. */
  #endsWithLine(rest: Buffer, pieces: Piece[]): boolean {
    if (this.#isText) {
      pieces.push(this.#take(rest, NO_OBJECT));
      return true;
    }
    const candidate = this.#candidate;
    this.#candidate = undefined;
    if (candidate && !this.#tooLong) {
      const all = Buffer.concat([...this.#held, rest]);
      const before = candidate.byte - this.#startByte;
      const text = all.toString("utf8", before);
      if (this.#isRecord(text)) {
        pieces.push(this.#takeOf(all.subarray(0, before), "the object does not end"));
        pieces.push({ text, ...candidate });
        return true;
      }
    }
    if (!this.#inString) return false;
    pieces.push(this.#take(rest, "a line break inside a string"));
    return true;
  }

  #hold(rest: Buffer): void {
    this.#heldBytes += rest.length;
    if (this.#heldBytes > LONGEST_RECORD) {
      if (!this.#tooLong) this.#held = [Buffer.concat(this.#held).subarray(0, EXCERPT)];
      this.#tooLong = true;
    } else if (rest.length > 0) {
      // A copy: a piece must not keep the memory of its whole chunk.
      this.#held.push(Buffer.from(rest));
    }
  }

  #take(rest: Buffer, problem?: string): Piece {
    return this.#takeOf(
      this.#held.length > 0 ? Buffer.concat([...this.#held, rest]) : rest,
      problem,
    );
  }

  #takeOf(bytes: Buffer, problem?: string): Piece {
    const isTooLong = this.#tooLong || bytes.length > LONGEST_RECORD;
    const found = isTooLong ? `longer than ${LONGEST_RECORD / 1024 / 1024} MiB` : problem;
    const place = { line: this.#startLine, byte: this.#startByte };
    this.#reset();
    if (found === undefined) return { text: bytes.toString("utf8"), ...place };
    return { text: bytes.toString("utf8", 0, EXCERPT), ...place, problem: found };
  }

  #reset(): void {
    this.#depth = 0;
    this.#isText = false;
    this.#inString = false;
    this.#escaped = false;
    this.#held = [];
    this.#heldBytes = 0;
    this.#tooLong = false;
    this.#candidate = undefined;
    this.#lineStart = NONE;
  }
}
