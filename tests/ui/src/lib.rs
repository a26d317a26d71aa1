//! UI tests: what the compiler says about a wrong attribute or an incompatible struct. The cases stand in `tests/`.
