/** Answers that take longer than a frame: worked on a little with every picture, the last good one shown meanwhile. */

export interface Wish<T> {
  /**
   * The answer to a question, or while it is being worked out the last one there was.
   *
   * @param key tells questions apart
   * @param make yields wherever it may be interrupted
   */
  ask(key: string, make: () => Iterator<void, T>): T | undefined;
  /** Whether what was answered last belongs to the question asked last. */
  readonly fresh: boolean;
}

export interface Wishes {
  wish<T>(): Wish<T>;
  /** Works on what was asked for, for so long; answers whether anything is left. */
  spend(milliseconds: number): boolean;
  /** Finishes everything that is asked, at once: a still picture has nobody to wait for. */
  patient: boolean;
}

interface Work {
  go(): void;
}

export function wishes(): Wishes {
  const open = new Set<Work>();
  let patient = false;
  return {
    wish: <T>(): Wish<T> => {
      let [asked, working, answered]: (string | undefined)[] = [];
      let answer: T | undefined;
      let work: Iterator<void, T> | undefined;
      let make: (() => Iterator<void, T>) | undefined;
      const self: Work = {
        go: () => {
          if (!work) [work, working] = [make?.(), asked];
          const next = work?.next();
          if (!next?.done) return;
          [answer, answered, work] = [next.value, working, undefined];
          // What was asked meanwhile comes next, and of several only the last.
          if (answered === asked) open.delete(self);
        },
      };
      return {
        ask: (key, how) => {
          make = how;
          if (key !== asked) open.add(self);
          asked = key;
          while (patient && answered !== asked) self.go();
          return answer;
        },
        get fresh() {
          return answered !== undefined && answered === asked;
        },
      };
    },
    spend: (milliseconds) => {
      const began = performance.now();
      while (open.size && performance.now() - began < milliseconds)
        for (const work of open) {
          work.go();
          if (performance.now() - began >= milliseconds) break;
        }
      return open.size > 0;
    },
    get patient() {
      return patient;
    },
    set patient(value) {
      patient = value;
    },
  };
}
