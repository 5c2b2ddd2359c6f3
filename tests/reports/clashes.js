// Words of a timeline that leave the drawing or cover other words of it.
() =>
  [...document.querySelectorAll("figure > svg")].flatMap((svg) => {
    const edge = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].map((t) => [
      t.textContent,
      t.getBoundingClientRect(),
    ]);
    const outside = boxes.filter(([, b]) => b.right > edge.right + 1 || b.left < edge.left - 1);
    // Line boxes of neighbouring lines touch; letters do not. Hence the 3 pixels.
    const covers = (a, b) =>
      a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
    const covered = boxes.filter(([, a], i) => boxes.some(([, b], j) => i < j && covers(a, b)));
    return [...outside, ...covered].map(([words]) => words);
  })
