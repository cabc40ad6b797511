"""Whether a machine is fit to show the exhibit: each module reads one side of it and judges that."""
