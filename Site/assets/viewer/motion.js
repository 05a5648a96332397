// Whether the user asked for less movement.

const preference = matchMedia('(prefers-reduced-motion: reduce)');

export const reducedMotion = () => preference.matches;
