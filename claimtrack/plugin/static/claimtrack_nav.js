// On a phone the ways through the desk are one row, which a finger moves: it begins with the page that one is on in sight.
const here = document.querySelector(".ct-ways [aria-current]");
const ways = here?.closest(".ct-ways");
// Not scrollIntoView, which would move the page, too. On a wide screen the row has no box, and stays.
if (ways) ways.scrollLeft = here.offsetLeft - ways.offsetLeft - (ways.clientWidth - here.offsetWidth) / 2;
// Datasette's pages have no main part, to which readers jump who hear the page.
if (!document.querySelector("main")) document.querySelector("section.content")?.setAttribute("role", "main");
