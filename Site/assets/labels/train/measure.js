// What a threshold does to examples, each of which was tested on a model that had not seen it. The same as
// the server counts: a probability equal to the threshold is yes.

/**
 * { confusion, precision, recall, f1, accuracy }; null where there is nothing to divide by.
 * @param {{ probability: number, answer: boolean }[]} scored
 * @param {number} threshold
 */
export function measure(scored, threshold) {
  let [found, mistaken, missed, rest] = [0, 0, 0, 0];
  for (const { probability, answer } of scored) {
    if (probability >= threshold) answer ? found += 1 : mistaken += 1;
    else answer ? missed += 1 : rest += 1;
  }
  return {
    confusion: {
      true_positives: found,
      false_positives: mistaken,
      false_negatives: missed,
      true_negatives: rest,
    },
    precision: share(found, found + mistaken),
    recall: share(found, found + missed),
    f1: share(2 * found, 2 * found + mistaken + missed),
    accuracy: share(found + rest, scored.length),
  };
}

/**
 * @param {number} part
 * @param {number} whole
 */
const share = (part, whole) => whole === 0 ? null : part / whole;
