// What is known of an ugly staff list.

export interface UglyList {
  file: string;
  /** How many different people a careful reader finds in it. */
  people: number;
  /** Lines that look like one person are different people in it. */
  alike?: true;
  /** What is ugly about it, for the README. */
  what: string;
  make(): Promise<Uint8Array>;
}
