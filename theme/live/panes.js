// The two panes: the web site in a frame, and pictures of the printed pages.

const SITE = "/site/";
const BEFORE = "/before/";
// What a change is looked for in, and what it is shown with.
const BLOCKS = "p, li, h1, h2, h3, h4, td, th, dt, dd, figcaption";
const GLOW = [{ backgroundColor: "rgb(227 154 45 / 55%)" }, { backgroundColor: "transparent" }];
const GLOW_TIME = { duration: 4000, easing: "ease-in" };

// -- The web site ----------------------------------------------------------------------------

function blocks(page) {
  return [...(page.querySelector("article") ?? page).querySelectorAll(BLOCKS)];
}

async function textsBefore(path) {
  const answer = await fetch(BEFORE + path);
  if (!answer.ok) return null;
  // This page's policy, under which it is read, allows no styles within a page.
  const text = (await answer.text()).replace(/<style.*?<\/style>| style="[^"]*"/gs, "");
  const page = new DOMParser().parseFromString(text, "text/html");
  return new Set(blocks(page).map((block) => block.textContent));
}

// The first block, as far inside as can be, with words that were not there before.
async function firstChange(page, path) {
  const before = await textsBefore(path);
  if (!before) return null;
  const isNew = (block) => !before.has(block.textContent);
  let found = blocks(page).find(isNew);
  while (found) {
    const inner = [...found.querySelectorAll(BLOCKS)].find(isNew);
    if (!inner) break;
    found = inner;
  }
  return found ?? null;
}

function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < element.ownerDocument.documentElement.clientHeight;
}

// Sheets and other sites would take the place of the page that is written.
function leadOut(event) {
  const link = event.target.closest?.("a[href]");
  if (!link?.protocol?.startsWith("http")) return;
  const stays = link.origin === location.origin && !link.pathname.endsWith(".pdf");
  if (!stays) Object.assign(link, { target: "_blank", rel: "noopener" });
}

function keepFoldOuts(from, to) {
  const [old, fresh] = [from, to].map((page) => [...page.querySelectorAll("details")]);
  if (old.length !== fresh.length) return;
  fresh.forEach((part, place) => (part.open = old[place].open));
}

export class SitePane {
  constructor(element) {
    this.note = element.querySelector(".note");
    this.link = element.querySelector(".head a");
    [this.front, this.back] = element.querySelectorAll("iframe");
    this.version = 0;
    this.path = "index.html";
    for (const frame of [this.front, this.back]) {
      frame.addEventListener("load", () => this.arrived(frame));
    }
  }

  arrived(frame) {
    frame.contentDocument?.addEventListener("click", leadOut, true);
    if (frame === this.front) this.lookWhere();
  }

  // Where the reader is by now; elsewhere than in the site: where they were last.
  lookWhere() {
    const address = this.front.contentDocument?.location;
    if (!address?.pathname.startsWith(SITE)) return;
    this.path = address.pathname.slice(SITE.length) || "index.html";
    this.link.href = address.href;
  }

  async show({ version, chapters, everything }) {
    if (version === this.version) return;
    const isFirst = !this.version;
    this.version = version;
    this.lookWhere();
    const chapter = this.path.replace(/\.html$/, "");
    const stays = isFirst || !chapters.length || chapters.includes(chapter) || chapter === everything;
    const path = stays ? this.path : `${chapters[0]}.html`;
    await this.load(path);
    // A newer one is on its way by now.
    if (version !== this.version) return;
    const change = isFirst ? null : await firstChange(this.back.contentDocument, path);
    // With the clinic's facts, places all over the site change: then nothing moves.
    this.bringForward(stays, change, chapters.length > 0);
  }

  load(path) {
    return new Promise((done) => {
      this.back.addEventListener("load", done, { once: true });
      this.back.contentWindow.location.replace(SITE + path);
    });
  }

  bringForward(stays, change, follows) {
    const [old, fresh] = [this.front, this.back];
    if (stays && old.contentDocument) {
      keepFoldOuts(old.contentDocument, fresh.contentDocument);
      const { scrollX: left, scrollY: top } = old.contentWindow;
      fresh.contentWindow.scrollTo({ left, top, behavior: "instant" });
    }
    if (follows && change && !isSeen(change)) {
      change.scrollIntoView({ block: "center", behavior: "instant" });
    }
    this.swap();
    change?.animate(GLOW, GLOW_TIME);
  }

  swap() {
    const hadFocus = document.activeElement === this.front;
    [this.front, this.back] = [this.back, this.front];
    this.front.className = "front";
    this.front.inert = false;
    this.back.className = "";
    this.back.inert = true;
    [this.front.title, this.back.title] = [this.back.title, this.front.title];
    if (hadFocus) this.front.focus();
    this.lookWhere();
  }
}

// -- The printed pages -------------------------------------------------------------------------

export class PrintPane {
  constructor(element) {
    this.note = element.querySelector(".note");
    this.pages = element.querySelector(".pages");
    this.version = 0;
  }

  show({ version, pages, spot }) {
    if (version === this.version) return;
    this.version = version;
    const sheets = this.pages.children;
    while (sheets.length > pages.length) this.pages.lastElementChild.remove();
    while (sheets.length < pages.length) this.pages.append(this.sheet());
    pages.forEach((size, place) => this.describe(sheets[place], place + 1, pages.length, size));
    this.pages.querySelector(".spot")?.remove();
    if (spot) this.mark(sheets[spot.page - 1], spot.down);
    this.draw([...sheets]);
  }

  sheet() {
    const figure = document.createElement("figure");
    const image = new Image();
    image.loading = "lazy";
    figure.className = "sheet";
    figure.append(image, document.createElement("figcaption"));
    return figure;
  }

  describe(sheet, number, all, [width, height]) {
    const image = sheet.querySelector("img");
    image.width = width;
    image.height = height;
    image.alt = this.pages.dataset.page.replace("{n}", number).replace("{all}", all);
    sheet.querySelector("figcaption").textContent = image.alt;
  }

  // Asks for what is in view before all else; what is far away waits until it comes near.
  draw(sheets) {
    const { scrollTop, offsetTop } = this.pages;
    const isAbove = (sheet) => sheet.offsetTop + sheet.offsetHeight - offsetTop < scrollTop;
    const above = sheets.filter(isAbove).length;
    for (const sheet of [...sheets.slice(above), ...sheets.slice(0, above)]) {
      const number = sheets.indexOf(sheet) + 1;
      sheet.querySelector("img").src = `/pages/${this.version}/${number}.jpg`;
    }
  }

  mark(sheet, down) {
    const image = sheet.querySelector("img");
    const spot = document.createElement("span");
    spot.className = "spot";
    spot.style.top = `${down * image.clientHeight}px`;
    sheet.append(spot);
    const at = sheet.offsetTop + down * image.clientHeight - this.pages.offsetTop;
    const { scrollTop, clientHeight } = this.pages;
    if (at < scrollTop || at > scrollTop + clientHeight) {
      this.pages.scrollTo({ top: at - clientHeight / 3, behavior: "instant" });
    }
  }
}
