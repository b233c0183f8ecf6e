"use strict";
// A block and its outlines light up together: under the pointer, with the focus, when chosen by a
// click.  The up and down arrow keys go from block to block.
(() => {
  const pages = document.querySelector(".pages");
  const reading = document.querySelector(".reading");
  const blocks = [...document.querySelectorAll("main [data-block]")];
  const group = (number) => document.querySelectorAll(`[data-block="${number}"]`);
  const numberOf = (target) => target.closest?.("[data-block]")?.dataset.block;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  reading.querySelectorAll("nav details").forEach((one) => { one.open = false; });

  const mark = (name) => {
    let current;
    return (number) => {
      if (number === current) return;
      if (current !== undefined) group(current).forEach((one) => one.classList.remove(name));
      current = number;
      if (current !== undefined) group(current).forEach((one) => one.classList.add(name));
    };
  };
  const light = mark("lit");
  const choose = mark("chosen");

  const show = (pane, element) => {
    if (!element) return;
    const box = element.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    if (box.top >= frame.top + 8 && box.bottom <= frame.bottom - 8) return;
    const top = pane.scrollTop + box.top - frame.top - Math.max((frame.height - box.height) / 3, 12);
    const far = Math.abs(top - pane.scrollTop) > 3 * frame.height;
    pane.scrollTo({ top, behavior: still || far ? "instant" : "smooth" });
  };
  const showPage = (number) => show(pages, pages.querySelector(`[data-block="${number}"]`));
  const showText = (number) => {
    const text = reading.querySelector(`main [data-block="${number}"]`);
    const folded = text?.closest("details");
    if (folded) folded.open = true;
    show(reading, text);
  };

  document.addEventListener("pointerover", (event) => light(numberOf(event.target)));
  document.addEventListener("pointerleave", () => light(undefined));
  document.addEventListener("click", (event) => {
    const number = numberOf(event.target);
    choose(number);
    if (number === undefined || event.target.closest("a")) return;
    if (pages.contains(event.target)) showText(number); else showPage(number);
  });
  reading.addEventListener("focusin", (event) => {
    const number = numberOf(event.target);
    light(number);
    if (number !== undefined && event.target.matches(":focus-visible")) showPage(number);
  });
  reading.addEventListener("focusout", () => light(undefined));

  // one block is in the order of the Tab key; the arrows move it
  let at = 0;
  blocks.forEach((one, turn) => { one.tabIndex = turn === 0 ? 0 : -1; });
  const step = (by) => {
    const next = at + by;
    if (!blocks[next]) return;
    blocks[at].tabIndex = -1;
    at = next;
    blocks[at].tabIndex = 0;
    const folded = blocks[at].closest("details");
    if (folded) folded.open = true;
    blocks[at].focus({ preventScroll: true });
    show(reading, blocks[at]);
  };
  reading.addEventListener("focusin", (event) => {
    const turn = blocks.indexOf(event.target);
    if (turn < 0 || turn === at) return;
    blocks[at].tabIndex = -1;
    at = turn;
    blocks[at].tabIndex = 0;
  });
  reading.addEventListener("keydown", (event) => {
    if (!event.target.matches("[data-block]") || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) { event.preventDefault(); step(by); }
    if (event.key === "Enter") { choose(numberOf(event.target)); showPage(numberOf(event.target)); }
  });
})();
