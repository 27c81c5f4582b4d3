"""What both halves stand on: problems and files. It knows neither how data is built nor how pages look."""
