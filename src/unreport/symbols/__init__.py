"""Document symbols: `CTOC/COP/WG.7/2019/L.1/Add.3` their grammar, repair and comparison."""
