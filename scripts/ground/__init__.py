"""What both halves stand on: problems, files, the contract. It knows neither how data is built nor how pages look."""
