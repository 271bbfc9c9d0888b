@echo off
rem A double click is enough; PowerShell and its policy have no part in it.
pushd "%~dp0"
where py >nul 2>nul
if errorlevel 1 (python start.py %*) else (py -3 start.py %*)
if errorlevel 1 pause
popd
