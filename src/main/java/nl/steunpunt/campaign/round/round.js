/* The round on a phone: what is tapped is kept at once, shown at once, and sent when there is a network. */
(() => {
  const viewer = document.body.dataset.viewer;
  const root = document.getElementById("round");
  const CACHE = "round";
  const forgetPages = async () => {
    memory.set("round-person");
    if ("caches" in self) await caches.delete(CACHE);
  };

  /* A phone that changed hands: the pages of who had it are not for who has it now. */
  const keeper = () => memory.get("round-person");
  const signedOut = !viewer && location.pathname === "/sign-in" && !location.search.includes("to=");
  const forgotten = keeper() && (signedOut || (viewer && viewer !== keeper())) ? forgetPages() : null;
  if (!("indexedDB" in self) || !self.roundQueue) return;

  /* Signing out sends what waits first; the pages go, what could not be sent stays for who tapped it. */
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.getAttribute("action") !== "/sign-out" || form.dataset.leaving || !keeper() || event.defaultPrevented) return;
    event.preventDefault();
    form.dataset.leaving = "yes";
    delete form.dataset.sent;
    await Promise.race([roundQueue.send(viewer).catch(() => {}), new Promise((on) => setTimeout(on, 3000))]);
    const arrived = (await roundQueue.all(viewer).catch(() => [])).filter(({ state }) => state === "sent");
    await roundQueue.remove(...arrived.map(({ id }) => id)).catch(() => {});
    await forgetPages();
    form.submit();
  });

  const offlineSending = () => navigator.serviceWorker?.ready.then((ready) => ready.sync?.register("round")).catch(() => {});
  const words = (count, one, many) => (count === 1 ? one : many).replace("#", count);

  /* Elsewhere than on the round's page: that something waits, and another try. */
  if (!root) {
    const elsewhere = document.getElementById("offline");
    const show = async () => {
      const said = JSON.parse(memory.get("round-words") || "null");
      if (!said) return;
      const waiting = viewer ? (await roundQueue.all(viewer)).filter(({ state }) => state !== "sent").length : 0;
      document.getElementById("round-elsewhere")?.remove();
      if (!viewer || waiting === 0) return;
      const line = document.createElement("p");
      line.id = "round-elsewhere";
      line.className = "round-elsewhere";
      const link = document.createElement("a");
      link.href = "/round";
      link.textContent = words(waiting, said.one, said.many);
      line.append(link);
      elsewhere.after(line);
    };
    if (viewer && memory.get("round-words")) {
      show();
      roundQueue.send(viewer).then(show, () => {});
      addEventListener("online", () => roundQueue.send(viewer).then(show, () => {}));
    }
    return;
  }

  const text = root.dataset;
  const $ = (selector, within = root) => within.querySelector(selector);
  const zones = [...root.querySelectorAll(".round-zone")];
  const places = zones.map((zone) => Number(zone.dataset.zone));
  let round = text.walking ? { id: text.round, startedAt: text.started, places } : null;
  /* The tap that ended a round, until the page knows of it. */
  let over = null;
  let how = "sent";
  let order = 0;
  /* Said beside what is not sent yet: who does not see the list hears that the tap counted. */
  let lately = "";

  memory.set("round-words", JSON.stringify({ one: text.textMineOne, many: text.textMineMany }));

  /* The server's clock: a phone's may be minutes off. */
  const clock = () => new Date(Date.now() + Number(memory.get("round-clock") || 0));

  /* The page that was kept came up for who has the phone now: theirs comes in its place, the taps stay for who tapped them. */
  const makeRoom = async () => {
    await forgetPages();
    location.replace("/round");
  };

  const keepPage = async () => {
    if (!("caches" in self) || !navigator.serviceWorker) return;
    await forgotten;
    const response = await fetch("/round", { cache: "no-store" });
    if (!response.ok || response.redirected) return;
    if (response.headers.get("Steunpunt-Person") !== viewer) {
      await makeRoom();
      return;
    }
    memory.set("round-clock", String(Number(response.headers.get("Steunpunt-Now")) - Date.now()));
    const cache = await caches.open(CACHE);
    await cache.put("/round", response.clone());
    memory.set("round-person", viewer);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const parts = new Set(
      [...page.querySelectorAll("link[rel=stylesheet][href], script[src], link[rel=icon][href], img.brand-logo[src], use[href]")].map(
        (part) => new URL(part.getAttribute("href") ?? part.getAttribute("src"), location.href).href.split("#")[0],
      ),
    );
    await Promise.all([...parts].map(async (part) => (await cache.match(part)) ?? cache.add(part)));
    for (const { url } of await cache.keys()) {
      if (!parts.has(url) && new URL(url).pathname !== "/round") await cache.delete(url);
    }
  };

  const zoneOf = (place) => zones.find((zone) => zone.dataset.zone === String(place));
  const nameOf = (zone) => zone && $(".round-zone-name", zone);
  const chipOf = (place) => $(`.round-zones [data-to="${place}"]`);

  const progress = () => {
    const walked = zones.filter((zone) => zone.dataset.walked).length;
    $("#round-bar").value = walked;
    $("#round-progress").textContent = text.textProgress.replace("#", walked).replace("%", zones.length);
    $(".round-end").classList.toggle("is-next", walked === zones.length);
    $(".round-end .btn").classList.toggle("btn-primary", walked === zones.length);
  };

  const showZone = (place, focus) => {
    zones.forEach((zone) => (zone.hidden = zone.dataset.zone !== String(place)));
    root.querySelectorAll(".round-zones [data-to]").forEach((chip) => {
      if (chip.dataset.to === String(place)) {
        chip.setAttribute("aria-current", "true");
        chip.scrollIntoView({ block: "nearest", inline: "center" });
      } else chip.removeAttribute("aria-current");
    });
    if (focus) {
      scrollTo(0, 0);
      nameOf(zoneOf(place))?.focus({ preventScroll: true });
    }
  };

  const showState = () => {
    $("#round-begin").hidden = Boolean(round);
    $("#round-to-plan").hidden = Boolean(round);
    $("#round-walk").hidden = !round;
    $("#round-over").hidden = !over;
    $("#round-progress").hidden = !round;
    if (round) progress();
  };

  const walk = (place, tap) => {
    const zone = zoneOf(place);
    if (!zone) return;
    zone.dataset.walked = tap ? "yes" : "";
    const line = $(".round-walked", zone);
    line.hidden = !tap;
    line.elements.undoes.value = tap ?? "";
    $(".round-check", chipOf(place)).hidden = !tap;
  };

  const label = ({ kind, minutes }) => (root.getAttribute("data-text-" + kind) ?? "").replace("#", minutes);
  const fill = (row, { tap, shown }) => {
    $("strong", row).textContent = label(tap);
    $(".round-tap-of", row)?.append(label(tap));
    $(".quiet", row).textContent = shown ?? "";
  };

  /* What a tap does to the screen; the same for one that was kept earlier. */
  const apply = (one) => {
    const { tap } = one;
    if (!tap) return;
    if (tap.kind === "walked") walk(tap.place, one.id);
    else if (tap.kind === "undo") {
      root.querySelector(`[data-tap="${tap.undoes}"]`)?.remove();
      const zone = zones.find((other) => $(".round-walked", other).elements.undoes.value === tap.undoes);
      if (zone) walk(zone.dataset.zone, null);
    } else if (tap.place) {
      const list = zoneOf(tap.place) && $(".round-taps", zoneOf(tap.place));
      if (!list || $(`[data-tap="${one.id}"]`, list)) return;
      const row = $("#round-tap").content.cloneNode(true).firstElementChild;
      row.dataset.tap = one.id;
      fill(row, one);
      const form = $("form", row);
      form.elements.round.value = one.round.id;
      form.elements.undoes.value = one.id;
      list.append(row);
    }
  };

  const bar = $("#round-unsent");
  const showUnsent = async () => {
    const mine = await roundQueue.all(viewer);
    const waiting = mine.filter(({ state }) => state === "waiting");
    const refused = mine.filter(({ state }) => state === "refused");
    root.querySelectorAll("[data-tap]").forEach((row) => {
      const waits = waiting.some(({ id }) => id === row.dataset.tap);
      const no = refused.some(({ id }) => id === row.dataset.tap);
      $(".round-tap-state", row).textContent = waits ? text.textWaits : no ? text.textNo : "";
    });
    bar.hidden = !round && waiting.length + refused.length === 0;
    bar.classList.toggle("is-waiting", waiting.length + refused.length > 0);
    const why = { offline: text.textOffline, "signed-out": text.textSignedOut, later: text.textLater }[how] ?? "";
    const none = refused.length > 0 ? text.textSome : text.textSent;
    const state = waiting.length === 0 ? none : words(waiting.length, text.textOne, text.textMany) + (why ? ". " + why : "");
    const said = lately ? lately + ". " + state : state;
    if ($("span", bar).textContent !== said) $("span", bar).textContent = said;
    $("button", bar).hidden = waiting.length === 0 || how === "signed-out";
    $("a", bar).hidden = waiting.length === 0 || how !== "signed-out";
    const part = $("#round-refused");
    part.hidden = refused.length === 0;
    $("ul", part).replaceChildren(
      ...refused.map((one) => {
        const row = $("#round-no").content.cloneNode(true).firstElementChild;
        if (one.tap) fill(row, one);
        else $("strong", row).textContent = $(".round-start")?.textContent.trim() ?? "";
        $(".field-error", row).textContent = one.reason;
        $("[data-again]", row).onclick = async () => {
          await roundQueue.put({ ...one, state: "waiting", reason: undefined });
          await flush();
        };
        $("[data-away]", row).onclick = async () => {
          await roundQueue.remove(one.id);
          root.querySelector(`.round-zone [data-tap="${one.id}"]`)?.remove();
          await showUnsent();
        };
        return row;
      }),
    );
  };

  const flush = async () => {
    const before = (await roundQueue.all(viewer)).filter(({ state }) => state === "waiting").length;
    await showUnsent();
    if (before === 0) return;
    how = await roundQueue.send(viewer);
    if (how === "other") {
      await makeRoom();
      return;
    }
    if (how === "offline") offlineSending();
    await showUnsent();
    if (how === "sent") keepPage().catch(() => {});
  };

  const keep = async (kind, fields, shown) => {
    const id = newNumber();
    const one = {
      id,
      person: viewer,
      order: Date.now() + order++ / 1000,
      state: "waiting",
      round,
      shown,
      tap: kind === "start" ? null : { id, kind, at: clock().toISOString(), ...fields },
    };
    await roundQueue.put(one);
    lately = one.tap ? label(one.tap) : "";
    apply(one);
    roundQueue.channel?.postMessage("changed");
    return one;
  };

  /* A tap that never left the phone goes without a trace; one that may have left is taken back on the server too. */
  const undo = async (undoes, of) => {
    const mine = (await roundQueue.all(viewer)).find(({ id }) => id === undoes);
    if (mine && (mine.state === "refused" || (mine.state === "waiting" && !mine.tried))) {
      await roundQueue.remove(undoes);
      apply({ tap: { kind: "undo", undoes } });
      lately = text.textUndo;
      return;
    }
    const was = round;
    if (of) round = of;
    await keep("undo", { undoes });
    round = of ?? was;
  };

  const chosen = (form, name) => {
    const value = new FormData(form).get(name);
    return value ? value : undefined;
  };
  const saidBy = (form, name) => {
    const field = form.querySelector(`[name=${name}]:checked`);
    return field?.value ? field.nextElementSibling.textContent.trim() : "";
  };

  const done = (form) => {
    form.reset();
    const part = form.closest("details");
    if (part) {
      part.open = false;
      $("summary", part).focus();
    }
  };

  const acts = {
    start: async () => {
      /* The number on the page is of one round; a page kept for offline begins more than one. */
      round = { id: newNumber(), startedAt: clock().toISOString(), places };
      zones.forEach((zone) => {
        walk(zone.dataset.zone, null);
        $(".round-taps", zone).replaceChildren();
      });
      await keep("start");
      showState();
      showZone(places[0], true);
    },
    talked: (form, fields) => keep("talked", fields, ""),
    helped: async (form, fields, event) => {
      await keep("helped", { ...fields, minutes: Number(event.submitter?.value ?? 5), topic: chosen(form, "topic") }, saidBy(form, "topic"));
      done(form);
    },
    heard: async (form, fields) => {
      await keep("heard", { ...fields, text: chosen(form, "text"), topic: chosen(form, "topic") }, chosen(form, "text"));
      done(form);
    },
    me_too: async (form, fields) => {
      const person = form.elements.person;
      await keep("me_too", { ...fields, issue: Number(chosen(form, "issue")), person: person.value }, person.selectedOptions[0].textContent + " · " + saidBy(form, "issue"));
      done(form);
    },
    walked: async (form, fields) => {
      await keep("walked", fields);
      const next = zones.find((zone) => !zone.dataset.walked);
      progress();
      showZone(next ? next.dataset.zone : fields.place, true);
    },
    ended: async () => {
      over = await keep("ended");
      round = null;
      showState();
      await flush();
      /* What it brought stands on the page once it has arrived. */
      if (how === "sent") location.assign("/round");
    },
    resume: async () => {
      round = over.round;
      await undo(over.id);
      over = null;
      showState();
      nameOf(zones.find((zone) => !zone.hidden))?.focus({ preventScroll: true });
    },
    undo: async (form) => {
      const of = form.dataset.ofRound;
      const zone = form.closest(".round-zone");
      await undo(form.elements.undoes.value, of ? { id: of, startedAt: clock().toISOString(), places: [] } : null);
      if (of) {
        round = null;
        await flush();
        location.assign("/round");
        return;
      }
      progress();
      /* Its button is gone: who taps by keyboard would be back at the top of the page. */
      nameOf(zone)?.focus({ preventScroll: true });
    },
  };

  [root, $("#round-tap").content].forEach((part) => part.querySelectorAll("form[data-kind]").forEach((form) => (form.dataset.kept = "yes")));
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const act = acts[form.dataset?.kind];
    if (!act || !root.contains(form) || event.defaultPrevented) return;
    event.preventDefault();
    const place = form.elements.place;
    const fields = form.dataset.kind !== "start" && place ? { place: Number(place.value) } : {};
    try {
      await act(form, fields, event);
      await flush();
    } catch (e) {
      /* No room on the phone: as a form, while there is a network. */
      if (e instanceof DOMException && navigator.onLine) form.submit();
      else throw e;
    }
  });

  root.addEventListener("click", (event) => {
    const to = event.target.closest("[data-to]");
    if (!to) return;
    event.preventDefault();
    showZone(to.dataset.to, true);
  });
  $("button", bar).onclick = () => flush();

  /* This page is kept on the phone: it is read when the hour has struck, or on another day. */
  const showToday = () => {
    const heading = $("#round-today");
    if (!heading) return;
    const { until, at, after, late } = heading.dataset;
    const now = clock();
    if (now > Date.parse(until)) heading.textContent = after;
    else if (at && now > Date.parse(at)) heading.textContent = late;
  };
  showToday();
  setInterval(showToday, 60000);

  const begin = async () => {
    const rendered = Date.parse(text.rendered);
    const off = Number(memory.get("round-clock") || 0);
    const mine = await roundQueue.all(viewer);
    /* What arrived before this page was made stands on it. */
    const old = mine.filter(({ state, sentAt }) => state === "sent" && sentAt + off < rendered);
    const kept = mine.filter((one) => !old.includes(one));
    const started = kept.filter(({ tap }) => !tap).at(-1);
    if (started && (!round || started.round.startedAt > round.startedAt)) round = started.round;
    const taken = new Set(kept.flatMap(({ tap }) => (tap?.kind === "undo" ? tap.undoes : [])));
    over = (round && kept.findLast(({ id, tap, round: of }) => tap?.kind === "ended" && of.id === round.id && !taken.has(id))) || null;
    if (over) round = null;
    if (round) {
      kept.filter((one) => one.round.id === round.id).forEach(apply);
      showState();
      const next = zones.find((zone) => !zone.dataset.walked) ?? zones.at(-1);
      if (next && !new URLSearchParams(location.search).has("at")) showZone(next.dataset.zone);
    } else showState();
    if (navigator.onLine) {
      /* Read once more to be kept: first this one must answer to taps. */
      await new Promise((on) => ("requestIdleCallback" in self ? requestIdleCallback(on, { timeout: 1000 }) : setTimeout(on, 300)));
      /* Not before the page that is kept says it as well. */
      await keepPage().then(() => roundQueue.remove(...old.map(({ id }) => id)), () => {});
    }
    await flush();
  };

  addEventListener("online", () => {
    how = "";
    flush();
  });
  addEventListener("offline", () => {
    how = "offline";
    showUnsent();
  });
  addEventListener("round:changed", () => showUnsent());
  roundQueue.channel?.addEventListener("message", () => showUnsent());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && (showToday(), flush()));
  navigator.serviceWorker?.register("/worker.js").catch(() => {});
  begin();
})();
