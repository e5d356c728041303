/** The endpoint answered, and there is no file in its answer. */
export class NoFile extends Error {}
