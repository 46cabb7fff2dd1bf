/** One criterion from a line of its parts, with commas between them. */
function criterionOf(line) {
  const [slug, name, scale, required] = line.split(/[,、，]/).map((part) => part.trim());
  return { slug, name: name || slug, scale: scale || 'choice', required: required !== 'optional' };
}

/** The criteria of a text, one a line. */
export const criteriaOf = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map(criterionOf);
