// Draws the network that Python lays out, and lets mouse and keyboard walk on it. All words come from Python.
const W = 520, H = 470;
// Where a name may stand beside its dot: below, above, to the right, to the left, and between those.
const SIDES = [[0, 20, "middle"], [0, -11, "middle"], [11, 4, "start"], [-11, 4, "end"], [8, 16, "start"], [-8, 16, "end"], [8, -9, "start"], [-8, -9, "end"]];
const SHAPES = new Set(["svg", "g", "line", "circle", "text", "title", "path"]);

function make(tag, parent, attributes = {}, text = "") {
  const node = SHAPES.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.textContent = text;
  parent.append(node);
  return node;
}

// Where a node stands in the picture, and where its name begins and how long it may be.
function spot(node, layout) {
  const y = 12 + ((1 - node.y) * (H - 24)) / 2;
  if (layout === "outline") return { x: 12 + (node.x + 1) * 48, y, dx: 9, dy: 4, anchor: "start", most: 62 };
  if (layout === "columns") return { x: node.side ? 310 : 235, y, dx: node.side ? 9 : -9, dy: 4, anchor: node.side ? "start" : "end", most: node.side ? 29 : 31 };
  return { x: W / 2 + node.x * (W / 2 - 50), y: H / 2 - node.y * (H / 2 - 24), dx: 0, dy: 20, anchor: "middle", most: 28 };
}

function render({ model, el }) {
  el.classList.add("living-network");
  el.dataset.lmSuppressShortcuts = "true"; // JupyterLab takes letters and arrows for its own
  const words = model.get("words");
  const bar = make("div", el, { class: "bar", role: "group", "aria-label": words.network });
  for (const [name, title] of Object.entries(model.get("names"))) {
    make("button", bar, { type: "button", name }, title).onclick = () => set({ current: name });
  }
  const form = make("form", el, { class: "find" });
  const field = make("input", make("label", form, {}, words.find), { type: "text" });
  make("button", form, { type: "submit" }, words.go);
  const status = make("p", form, { class: "said", role: "status" });
  const stage = make("div", el, { class: "stage" });
  const picture = make("div", stage, { class: "picture" });
  const panel = make("div", stage, { class: "panel", role: "region", "aria-label": words.edges, tabindex: "0" });
  const key = make("p", el, { class: "key" });
  let graph, spots, groups, lines, at, named;
  const set = (values) => (Object.entries(values).forEach(([name, value]) => model.set(name, value)), model.save_changes());
  const choose = (i) => (set({ paragraph: "", chosen: graph.nodes[i].id }), groups[i].focus({ preventScroll: true }));
  const neighbours = (i) => graph.edges.flatMap((e) => (e.a === i ? [e.b] : e.b === i ? [e.a] : []));

  // What is lit: the lines of the chosen node, or those that stand in the chosen paragraph.
  const lit = (edge, chosen, label = model.get("paragraph")) =>
    label ? edge.said.some((s) => s.label === label) : edge.a === chosen || edge.b === chosen;

  function mark() {
    const chosen = graph.nodes.findIndex((n) => n.id === model.get("chosen"));
    const own = graph.edges.filter((e) => lit(e, chosen));
    const near = new Set([chosen, ...own.flatMap((e) => [e.a, e.b])]);
    if (chosen >= 0) at = chosen;
    const fresh = placed([...near].filter((i) => i >= 0 && !named.has(i)), [...near].filter((i) => named.has(i)), chosen);
    const shown = new Set([...fresh, ...[...named].filter((i) => ![...fresh].some((k) => meet(box(i), box(k))))]);
    groups.forEach((g, i) => {
      g.setAttribute("tabindex", i === at ? "0" : "-1");
      g.setAttribute("aria-pressed", String(i === chosen));
      const looks = { named: shown.has(i), chosen: i === chosen, dimmed: own.length > 0 && !near.has(i) };
      g.setAttribute("class", Object.keys(looks).filter((look) => looks[look]).join(" "));
    });
    lines.forEach((line, k) => line.classList.toggle("lit", lit(graph.edges[k], chosen)));
    list(chosen, own);
  }

  function list(chosen, own) {
    const paragraph = model.get("paragraph"), said = (e) => e.said.filter((s) => !paragraph || s.label === paragraph);
    const places = new Set(own.flatMap((e) => said(e).map((s) => s.label)));
    panel.replaceChildren();
    const strip = make("div", panel, { class: "glance", role: "img", "aria-label": `${words.glance}: ${[...places].join(", ")}` });
    for (const label of model.get("labels")) {
      make("span", strip, { class: places.has(label) ? "lit" : "", title: label }).onclick = () => set({ paragraph: label });
    }
    make("p", panel, { class: "name" }, paragraph || graph.nodes[chosen]?.name || "");
    if (!own.length) make("p", panel, {}, words.help);
    for (const edge of own) {
      make("p", panel, { class: "ends" }, [edge.a, edge.b].map((i) => graph.nodes[i].name).join(graph.directed ? " → " : " – "));
      for (const found of said(edge)) {
        const row = make("p", panel);
        make("b", row, {}, `${found.label} `);
        make("span", row, {}, `${found.relation}: ${found.quote_en && `“${found.quote_en}” `}`);
        make("i", row, { lang: "de" }, `„${found.quote}“`);
      }
    }
  }

  // The neighbour that lies most in the direction of the arrow; where there is none, whatever lies there.
  function step(arrow) {
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[arrow];
    const lies = (i) => {
      const x = spots[i].x - spots[at].x, y = spots[i].y - spots[at].y, length = Math.hypot(x, y), along = x * dx + y * dy;
      return i !== at && along > 0.35 * length ? length * (2 - along / length) : Infinity;
    };
    const nearest = (all) => all.filter((i) => lies(i) < Infinity).sort((a, b) => lies(a) - lies(b))[0];
    return nearest(neighbours(at)) ?? nearest([...spots.keys()]) ?? at;
  }

  function keys(event) {
    const n = spots.length, to = { PageDown: (at + 1) % n, PageUp: (at + n - 1) % n, Home: 0, End: n - 1, Enter: at, " ": at }[event.key];
    const next = event.key.startsWith("Arrow") ? step(event.key) : to;
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(next);
  }

  function draw() {
    graph = model.get("graph");
    spots = graph.nodes.map((node) => spot(node, graph.layout));
    at = 0;
    [picture, key].forEach((part) => part.replaceChildren());
    for (const button of bar.children) button.setAttribute("aria-pressed", String(button.name === model.get("current")));
    for (const [colour, group] of graph.key) make("span", key, {}, group).style.setProperty("--dot", colour);
    const svg = make("svg", picture, { viewBox: `0 0 ${W} ${H}`, role: "group", "aria-label": graph.title });
    const most = Math.max(2, ...graph.edges.map((e) => e.said.length)), web = graph.layout === "web";
    lines = graph.edges.map((e) => {
      const p = spots[e.a], q = spots[e.b], turn = Math.atan2(q.y - p.y, q.x - p.x);
      const at = `translate(${q.x - 10 * Math.cos(turn)} ${q.y - 10 * Math.sin(turn)}) rotate(${(turn * 180) / Math.PI})`;
      if (web && graph.directed) make("path", svg, { class: "head", d: "M0 0 L-8 -3.5 L-8 3.5 Z", transform: at });
      return make("line", svg, { x1: p.x, y1: p.y, x2: q.x, y2: q.y, "stroke-width": 0.8 + (3.2 * (e.said.length - 1)) / (most - 1) });
    });
    groups = graph.nodes.map((node, i) => {
      const { x, y, dx, dy, anchor, most } = spots[i], count = neighbours(i).length, name = web ? node.short : node.name;
      const g = make("g", svg, { role: "button", "aria-label": `${node.name}, ${count} ${words.edges}` });
      make("title", g, {}, node.name);
      make("circle", g, { cx: x, cy: y, r: web ? 4.5 + Math.min(6, Math.sqrt(count)) : 5, fill: node.colour });
      make("text", g, { x: x + dx, y: y + dy, "text-anchor": anchor }, name.length > most ? `${name.slice(0, most - 1)}…` : name);
      g.onclick = () => choose(i);
      g.onkeydown = keys;
      return g;
    });
    requestAnimationFrame(name);
  }

  const box = (i) => groups[i].querySelector("text").getBBox();
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  // In a web a name stands where it covers neither a dot nor another name; those that find no such place are shown on focus.
  // The one in focus stands where it covers least.
  function placed(wanted, others, focus = -1) {
    const found = new Set(), taken = others.map(box), dots = groups.map((g) => g.querySelector("circle").getBBox());
    for (const i of wanted) {
      const { x, y } = spots[i], text = groups[i].querySelector("text");
      const stand = ([dx, dy, anchor]) => {
        for (const [key, value] of Object.entries({ x: x + dx, y: y + dy, "text-anchor": anchor })) text.setAttribute(key, value);
        return box(i);
      };
      const covers = (side) => {
        const b = stand(side), cut = b.x < 1 || b.y < 1 || b.x + b.width > W - 1 || b.y + b.height > H - 1;
        const names = taken.filter((other) => meet(b, other)).length, covered = dots.filter((dot, k) => k !== i && meet(b, dot)).length;
        return 1000 * cut + 10 * covered + names;
      };
      const least = SIDES.map((side) => [covers(side), side]).reduce((a, b) => (b[0] < a[0] ? b : a));
      const stands = stand(least[1]);
      if (least[0] === 0 || i === focus) found.add(i), taken.push(stands);
    }
    return found;
  }

  // The names that are always shown: in a web those that find a place, the best connected first.
  function name() {
    const all = [...spots.keys()].sort((a, b) => neighbours(b).length - neighbours(a).length);
    named = graph.layout === "web" ? placed(all, []) : new Set(all);
    mark();
  }

  form.onsubmit = (event) => { event.preventDefault(); set({ asked: "" }); set({ asked: field.value }); };
  field.onkeydown = (event) => event.stopPropagation();
  const tell = () => (status.textContent = model.get("said"));
  for (const [name, act] of Object.entries({ graph: draw, chosen: mark, paragraph: mark, said: tell })) model.on(`change:${name}`, act);
  draw();
  tell();
}

export default { render };
