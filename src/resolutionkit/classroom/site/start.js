// Runs in the worker behind a notebook: when Python is there, it loads the kit, so that no lesson begins with an installation.
// Above this line stands pyodide.js, or a line that imports it.
const loadPythonAlone = self.loadPyodide;
self.loadPyodide = async (options) => {
  const pyodide = await loadPythonAlone(options);
  const kit = await (await fetch(new URL("kit.json", options.kitURL))).json();
  await pyodide.loadPackage([...kit.packages, ...kit.wheels.map((name) => new URL(name, options.kitURL).href)], {
    messageCallback: () => {},
  });
  // Matplotlib would search for fonts before its first figure.
  const folder = pyodide.runPython(`
    import importlib.util, os
    os.environ.update(${JSON.stringify(kit.environment)})
    os.umask(0o022)  # Emscripten's own would let nobody read what is saved
    os.path.dirname(importlib.util.find_spec("matplotlib").origin)`);
  pyodide.FS.writeFile(`${folder}/fontlist.json`, kit.fonts);
  await keepWork(pyodide.FS, `${pyodide.FS.cwd()}/my-work`).catch(console.warn); // a window without a database learns too
  return pyodide;
};

// What JupyterLite shows in its list of files (the drive) needs a service worker, which browsers give to https and to the own
// computer alone. To a class that opens http://192.168.… they do not: then my-work is kept in the browser's database instead.
async function keepWork(FS, home) {
  const answer = (request) =>
    new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const opening = indexedDB.open("resolutionkit", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("my-work", { keyPath: "path" });
  const database = await answer(opening);
  const store = (mode) => database.transaction("my-work", mode).objectStore("my-work");
  const known = new Map(); // path -> when it was changed
  const take = ({ path, time, content }) => {
    if (known.get(path) >= time) return;
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, content);
    FS.utime(path, time, time);
    known.set(path, time);
  };
  const paths = (folder) =>
    FS.readdir(folder).flatMap((name) => {
      const path = `${folder}/${name}`;
      if (name === "." || name === ".." || name.endsWith(".lock")) return [];
      return FS.isDir(FS.stat(path).mode) ? paths(path) : [path];
    });
  // What a learner uploads lies in JupyterLite's own database: rk.bring_back() shall find it beside my-work.
  const takeUploads = async () => {
    const there = (await indexedDB.databases()).find(({ name }) => name.startsWith("JupyterLite Storage"));
    if (!there) return;
    const lite = await answer(indexedDB.open(there.name));
    const files = lite.transaction("files").objectStore("files");
    const names = (await answer(files.getAllKeys())).filter((name) => name.endsWith(".zip"));
    const zips = await Promise.all(names.map((name) => answer(files.get(name))));
    lite.close(); // else JupyterLite could not add to it
    for (const { name, content, last_modified } of zips) {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      take({ path: home.replace("my-work", name), time: Date.parse(last_modified), content: bytes });
    }
  };
  (await answer(store("readonly").getAll())).forEach(take);
  const others = new BroadcastChannel("resolutionkit"); // one learner's other notebooks
  others.onmessage = (message) => take(message.data);
  const timer = setInterval(() => {
    if (FS.analyzePath("/drive").exists) return clearInterval(timer), others.close();
    takeUploads().catch(console.warn);
    if (!FS.analyzePath(home).exists) return;
    for (const path of paths(home)) {
      const time = FS.stat(path).mtime.getTime();
      if (known.get(path) >= time) continue;
      known.set(path, time);
      const file = { path, time, content: FS.readFile(path) };
      store("readwrite").put(file);
      others.postMessage(file);
    }
  }, 1000);
}
