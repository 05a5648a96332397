// The curves of a running training: the server sends only those of the current part, so the previous ones
// are kept here.

export class TrainingProgress {
  /** Parts in the order of training: { learner, part, parts, curve }. */
  /** @type {TrainingPart[]} */
  parts = [];

  /**
   * Adds the progress of an event; returns whether there is a new point.
   * @param {LabelProgress | null} teaching
   */
  take(teaching) {
    if (!teaching?.learner || teaching.curve.length === 0) return false;
    const { learner, part, parts, curve } = teaching;
    if (part === null || parts === null) return false;
    const last = this.parts.at(-1);
    if (last && last.learner === learner && last.part === part) {
      if (curve.length <= last.curve.length) return false;
      last.curve = curve;
    } else this.parts.push({ learner, part, parts, curve });
    return true;
  }

  get current() {
    return this.parts.at(-1) ?? null;
  }
}

/**
 * "fold 2 of 5", or "all examples" for the last part.
 * @param {{ part: number, parts: number }} teaching
 */
export const partName = ({ part, parts }) =>
  part + 1 === parts ? 'all examples' : `fold ${part + 1} of ${parts - 1}`;
