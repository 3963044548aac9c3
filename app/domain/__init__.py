"""What is true about the desk: pure values and functions, no input or output, no clock."""
