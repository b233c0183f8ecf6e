"use strict";
// The outline is open beside the text, and folded above it on a narrow screen; the heading that is
// being read is marked in it.  Without scripts it is open, and everything else is the same.
(() => {
  const nav = document.querySelector("nav");
  if (!nav) return;
  const narrow = matchMedia("(max-width: 59.99rem)");
  const fold = () => nav.querySelectorAll("details").forEach((one) => { one.open = !narrow.matches; });
  narrow.addEventListener("change", fold);
  fold();

  const links = new Map([...nav.querySelectorAll(".outline a")].map((a) => [a.hash.slice(1), a]));
  const headings = [...links.keys()].map((id) => document.getElementById(id));
  let current;
  const mark = () => {
    const read = headings.filter((one) => one.getBoundingClientRect().top < 96).pop();
    const link = read && links.get(read.id);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    current?.setAttribute("aria-current", "true");
    if (!narrow.matches) current?.scrollIntoView({ block: "nearest" });
  };
  let waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; mark(); });
  }, { passive: true });
  mark();
})();
