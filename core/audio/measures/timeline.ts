/** A byte per step of time: what is kept of hours of sound until the whole of it is judged. */
export class Timeline {
  /** Steps written so far. */
  length = 0;
  private bytes = new Uint8Array(4096);

  push(value: number): void {
    this.set(this.length, value);
  }

  /** Steps before it that were never written are 0. */
  set(step: number, value: number): void {
    if (step >= this.bytes.length) {
      const larger = new Uint8Array(Math.max(step + 1, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[step] = value;
    this.length = Math.max(this.length, step + 1);
  }

  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
