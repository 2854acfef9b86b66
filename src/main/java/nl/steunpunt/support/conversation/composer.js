/*
 * Sends messages one after the other, keeps them while the connection is gone, and tries again. The
 * number of a message is made here, so a message that did arrive and is sent again shows once.
 */
(() => {
  const page = document.querySelector("[data-question]");
  const form = document.querySelector("[data-composer]");
  if (!page) return;
  const question = page.dataset.question;
  const key = `outbox-${document.body.dataset.viewer}-${question}`;
  const field = form?.elements.text;
  let sending = false;
  let wait = 1000;

  /* Files cannot be kept beyond this page; they wait here under their message's number. */
  const files = new Map();
  let chosen = [];

  const showChosen = () => {
    const box = document.getElementById("chosen");
    if (!box) return;
    box.replaceChildren(
      ...chosen.map((file) => {
        const item = document.createElement("button");
        item.type = "button";
        item.className = "composer-file";
        item.title = `${box.dataset.remove}: ${file.name}`;
        if (file.type.startsWith("image/")) {
          const picture = document.createElement("img");
          picture.src = URL.createObjectURL(file);
          picture.alt = file.name;
          picture.onload = () => URL.revokeObjectURL(picture.src);
          item.append(picture);
        } else item.append(file.name);
        item.addEventListener("click", () => {
          chosen = chosen.filter((other) => other !== file);
          showChosen();
        });
        return item;
      }),
    );
  };

  const choose = (more) => {
    chosen = [...chosen, ...more].slice(0, 4);
    showChosen();
    field?.focus();
  };

  form?.elements.files.addEventListener("change", (event) => {
    choose(event.target.files);
    event.target.value = "";
  });
  field?.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) {
      event.preventDefault();
      choose(event.clipboardData.files);
    }
  });
  if (form) {
    page.addEventListener("dragover", (event) => event.preventDefault());
    page.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length) {
        event.preventDefault();
        choose(event.dataTransfer.files);
      }
    });
  }

  const waiting = () => JSON.parse(localStorage.getItem(key) || "[]");
  const keep = (all) => (all.length ? localStorage.setItem(key, JSON.stringify(all)) : localStorage.removeItem(key));
  const list = () => document.getElementById("conversation");

  const show = () => {
    document.querySelectorAll(".message-waiting").forEach((old) => old.remove());
    for (const { clientId, text } of waiting()) {
      const item = document.createElement("li");
      item.className = "message message-mine message-waiting";
      item.dataset.client = clientId;
      const body = document.createElement("div");
      body.className = "message-body";
      const said = document.createElement("p");
      said.className = "message-text";
      said.textContent = text || (files.get(clientId) || []).map((file) => file.name).join(", ");
      body.append(said);
      item.append(body);
      list().insertBefore(item, document.getElementById("newest"));
    }
  };

  const swap = (html) => {
    const parts = new DOMParser().parseFromString(html, "text/html");
    for (const id of ["conversation", "situation"]) {
      const fresh = parts.getElementById(id);
      const old = document.getElementById(id);
      if (fresh && old) {
        fresh.removeAttribute("hx-swap-oob");
        old.replaceWith(fresh);
        htmx.process(fresh);
      }
    }
  };

  const flush = async () => {
    if (sending) return;
    sending = true;
    while (waiting().length) {
      const { clientId, text } = waiting()[0];
      const body = new FormData();
      body.append("clientId", clientId);
      body.append("text", text);
      (files.get(clientId) || []).forEach((file) => body.append("files", file));
      try {
        const response = await fetch(`/questions/${question}/messages`, {
          method: "POST",
          headers: { "HX-Request": "true" },
          body,
        });
        /* Redirected: the sign-in has ended. The message stays here until it is accepted. */
        if (response.redirected || response.status === 401 || response.status >= 500) throw new Error(String(response.status));
        keep(waiting().filter((message) => message.clientId !== clientId));
        const html = await response.text();
        if (response.ok) swap(html);
        else {
          /* Refused: what was typed and chosen comes back to be changed. */
          document.getElementById("notices").innerHTML = html;
          field.value = field.value || text;
          chosen = files.get(clientId) || [];
          showChosen();
        }
        files.delete(clientId);
        wait = 1000;
        show();
        toEnd();
      } catch {
        document.body.classList.add("is-offline");
        await new Promise((resume) => setTimeout(resume, wait));
        wait = Math.min(wait * 2, 15000);
      }
    }
    sending = false;
  };

  const toEnd = () => document.getElementById("newest")?.scrollIntoView({ block: "end" });

  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text && !chosen.length) return;
    const clientId = crypto.randomUUID();
    if (chosen.length) files.set(clientId, chosen);
    chosen = [];
    showChosen();
    keep([...waiting(), { clientId, text }]);
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    show();
    toEnd();
    flush();
    field.focus();
  });
  /* Enter sends where there is a keyboard; on a phone it makes a new line and the button sends. */
  field?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(hover: hover)").matches) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  /* What is on the screen of someone who looks has been read. */
  let read = 0;
  const reading = () => {
    const last = [...document.querySelectorAll("[data-message]")].pop();
    const upTo = last ? Number(last.dataset.message) : 0;
    if (upTo > read && document.visibilityState === "visible") {
      read = upTo;
      fetch(`/questions/${question}/reading`, { method: "POST", body: new URLSearchParams({ upTo }) }).catch(() => (read = 0));
    }
  };
  document.addEventListener("visibilitychange", reading);
  document.body.addEventListener("htmx:afterSwap", () => {
    show();
    reading();
  });

  /* "Fatima typt…": told at most every three seconds, shown for five. */
  let told = 0;
  field?.addEventListener("input", () => {
    if (field.value && Date.now() - told > 3000) {
      told = Date.now();
      fetch(`/questions/${question}/typing`, { method: "POST" }).catch(() => {});
    }
  });
  let quiet;
  document.body.addEventListener(`live:typing-${question}`, ({ detail }) => {
    const line = document.getElementById("typing");
    line.textContent = `${detail.detail.split(" ")[0]} ${line.dataset.text}`;
    line.hidden = false;
    clearTimeout(quiet);
    quiet = setTimeout(() => document.getElementById("typing")?.setAttribute("hidden", ""), 5000);
  });

  show();
  flush();
  reading();
  addEventListener("online", flush);
  if (list()?.querySelector(".message")) toEnd();
})();
