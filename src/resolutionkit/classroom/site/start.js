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
    os.path.dirname(importlib.util.find_spec("matplotlib").origin)`);
  pyodide.FS.writeFile(`${folder}/fontlist.json`, kit.fonts);
  return pyodide;
};
