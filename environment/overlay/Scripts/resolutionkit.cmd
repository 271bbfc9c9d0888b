@"%~dp0python.exe" -P -m resolutionkit %*
