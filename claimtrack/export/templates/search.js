// Searches the site on the page itself: no word that somebody types leaves the browser, unless the page's address is passed on.
"use strict";
(() => {
  const form = document.getElementById("search");
  const field = document.getElementById("words");
  const MOST = 100;
  const MOST_WORDS = 20;
  let verdicts = null;

  // As claimtrack compares letters (core/texts/folding.py): without capitals and accents, and with digits of one kind.
  const PLAIN = { ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", æ: "ae", œ: "oe", þ: "th", ß: "ss", ς: "σ", ى: "ي", ة: "ه", ٱ: "ا", ـ: "" };
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6])
    for (let digit = 0; digit < 10; digit += 1) PLAIN[String.fromCharCode(zero + digit)] = String(digit);
  const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");
  const ACCENT = /(?=[\p{Diacritic}\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}/gu; // no vowel of Hindi or Thai
  const split = (text) =>
    text.normalize("NFKD").replace(ACCENT, "").toLowerCase().replace(NOT_PLAIN, (one) => PLAIN[one]).match(/[\p{L}\p{M}\p{N}]+/gu) || [];

  // How well a text has a word: at the beginning of one of its words, within one, without its ending ("rents" finds "rent"), or not.
  const rank = (text, word) => {
    if (text.includes(` ${word}`)) return 3;
    if (text.includes(word)) return 2;
    if (word.length < 4 || /\p{N}/u.test(word)) return 0; // 1999 is not 1990
    return text.includes(word.slice(0, word.length > 6 ? -2 : -1)) ? 1 : 0;
  };

  const find = (words) =>
    verdicts
      .map(([line, text]) => [line, words.reduce((sum, word) => (sum && rank(text, word) ? sum + rank(text, word) : 0), 1)])
      .filter(([, points]) => points)
      .sort((one, other) => other[1] - one[1]); // equal ones stay as they are: newest first

  const add = (parent, tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    parent.append(element);
    return element;
  };

  const show = ([page, headline, claim, claimant, rating, days, language]) => {
    const item = document.createElement("li");
    const own = language ? { lang: language } : {};
    add(add(item, "h2", "", { dir: "auto", ...own }), "a", headline || claim, { href: `../reviews/${page}.html` });
    const told = add(item, "p", "", { dir: "auto" });
    if (claimant) {
      add(told, "bdi", claimant);
      told.append(form.dataset.colon);
    }
    told.append(form.dataset.open + claim + form.dataset.close);
    const verdict = add(item, "p", "");
    add(verdict, "span", rating, { class: "rating" });
    verdict.append(" ");
    add(verdict, "span", days, { class: "meta" });
    return item;
  };

  const search = () => {
    const typed = field.value.trim();
    const words = split(typed).slice(0, MOST_WORDS);
    const found = verdicts && words.length ? find(words) : [];
    document.getElementById("results").replaceChildren(...found.slice(0, MOST).map(([line]) => show(line)));
    const count = found.length > MOST ? `${MOST} / ${found.length}` : found.length;
    const said = found.length ? form.dataset.found.replace("{count}", count) : form.dataset.none;
    document.getElementById("found").textContent = words.length ? (verdicts ? said : "…") : "";
    const address = new URL(location.href);
    typed ? address.searchParams.set("q", typed) : address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(null, "", address);
  };

  // Called by verdicts.js, which is fetched once somebody searches.
  window.claimtrackVerdicts = (lines) => {
    verdicts = lines.map((line) => [line, ` ${split(line.slice(1, 5).join(" ")).join(" ")}`]);
    search();
  };
  const load = () => {
    if (document.getElementById("verdicts")) return;
    const script = add(document.head, "script", "", { id: "verdicts", src: "verdicts.js" });
    script.addEventListener("error", () => script.remove()); // on a train: the next letter, or Enter, tries again
  };

  let waiting;
  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", () => {
    load();
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    load();
    search();
  });
  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") || "";
  if (field.value) {
    load();
    search();
  }
})();
