import { keepDigests } from "./kept-digests";

/** `npm run digests:keep`: keeps the digests of the examples' JSON, after a change that is intended. */
keepDigests();
