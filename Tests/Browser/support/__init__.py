"""What the tests in a browser, the screenshots and the measurements share."""
