from dataclasses import dataclass
@dataclass
class FoundQuantity:
    start:int
    end:int
def find_quantities(text): return []
def to_quantity(f,o,t): raise NotImplementedError
