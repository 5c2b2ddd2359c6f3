// WCAG 2 contrast of every text node against the nearest opaque background behind it.
() => {
  const luminance = (c) => {
    const [r, g, b] = c.map((v) => {
      v /= 255;
      return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const rgb = (text) => text.match(/[\d.]+/g).map(Number);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const color = rgb(getComputedStyle(element).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const bad = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const words = walk.currentNode.data.trim();
    const element = walk.currentNode.parentElement;
    if (!words || ["TITLE", "DESC", "STYLE"].includes(element.tagName.toUpperCase())) continue;
    const style = getComputedStyle(element);
    const svg = element.closest("svg");
    const ink = luminance(rgb(svg ? style.fill : style.color).slice(0, 3));
    // Words of a timeline may stand on its shaded window, which is darker than the card.
    const grounds = svg
      ? [behind(svg.parentElement), ...[...svg.querySelectorAll(".window")].map((w) => rgb(getComputedStyle(w).fill))]
      : [behind(element)];
    for (const ground of grounds.map(luminance)) {
      const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      if (ratio < 4.5) bad.push([element.tagName, words.slice(0, 40), ratio.toFixed(2)]);
    }
  }
  return bad;
}
