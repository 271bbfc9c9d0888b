@echo off
rem Shows this site in a browser, where Python is installed. For the whole room, type in a terminal: serve.cmd --room
pushd "%~dp0"
where py >nul 2>nul
if errorlevel 1 (python serve.py %*) else (py -3 serve.py %*)
if errorlevel 1 pause
popd
