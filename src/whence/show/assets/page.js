"use strict";
// The page reads without this script. It marks the characters that a link leads to, opens what is
// folded around them, opens everything for printing, and filters the statements.
(function () {
  function unfold(element) {
    for (let e = element; e; e = e.parentElement) {
      if (e.tagName === "DETAILS") e.open = true;
    }
  }

  function show() {
    document.querySelectorAll(".hit").forEach((e) => e.classList.remove("hit"));
    const id = location.hash.slice(1);
    const target = id && document.getElementById(id);
    if (!target) return;
    unfold(target);
    const place = /^t\d+-(\d+)-(\d+)$/.exec(id);
    if (place) {
      const start = Number(place[1]);
      const end = Number(place[2]);
      target.closest(".text").querySelectorAll("[data-s]").forEach((run) => {
        if (Number(run.dataset.s) >= start && Number(run.dataset.e) <= end) run.classList.add("hit");
      });
    }
    target.scrollIntoView({ block: place ? "center" : "start" });
  }

  function filter() {
    const field = document.getElementById("filter");
    const count = document.getElementById("filter-count");
    const statements = Array.from(document.querySelectorAll(".statement"));
    field.closest(".filter").hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const statement of statements) {
        const fits = words.every((word) => statement.dataset.filter.includes(word));
        statement.hidden = !fits;
        shown += fits;
      }
      for (const more of document.querySelectorAll("#statements details.more")) {
        more.open = words.length > 0 && more.querySelector(".statement:not([hidden])") !== null;
      }
      count.textContent = words.length ? shown + " of " + statements.length : "";
    });
  }

  // Pointing at a box of the stemma, or reaching it by keyboard, brings out its own lines.
  function bringOut(svg) {
    const lines = svg.querySelectorAll(".line");
    svg.querySelectorAll(".box").forEach((box) => {
      const pick = (on) => {
        svg.classList.toggle("picked", on);
        lines.forEach((line) => {
          const own = line.dataset.a === box.dataset.n || line.dataset.b === box.dataset.n;
          line.classList.toggle("on", on && own);
        });
      };
      const place = box.closest("a") || box;
      place.addEventListener("pointerenter", () => pick(true));
      place.addEventListener("pointerleave", () => pick(false));
      place.addEventListener("focus", () => pick(true));
      place.addEventListener("blur", () => pick(false));
    });
  }

  window.addEventListener("hashchange", show);
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((e) => { e.open = true; });
  });
  document.querySelectorAll("svg.stemma").forEach(bringOut);
  filter();
  show();
})();
