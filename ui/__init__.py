"""The window of Bancada: Qt lives here and nowhere else."""
