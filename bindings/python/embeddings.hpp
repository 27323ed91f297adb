// Vectors from Python: arrays as numbers of ours, and a Python function as a model.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "casters.hpp"

namespace m150::python {

// Numbers that NumPy can make an array of: shown in signatures as numpy.typing.ArrayLike.
class ArrayArgument : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(ArrayArgument, py::object, [](PyObject*) { return true; })
};

class OptionalArray : public py::object {
  public:
    PYBIND11_OBJECT_DEFAULT(OptionalArray, py::object, [](PyObject*) { return true; })
};

struct FloatRows {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> numbers;  // row after row
};

// Of an array of two dimensions, whatever its type and order in memory. InvalidInput, which names `where`,
// for another shape and for what is no array of real numbers.
FloatRows rows_of(const py::object& array, const std::string& where);
// Of an array of one dimension; None: no numbers.
std::vector<float> vector_of(const py::object& array, const std::string& where);

// A Python function that takes a list of texts and gives an array with a row for each. It is called with the
// interpreter lock, from whichever thread; what it raises is passed on. Needs the GIL to be made. `dimension`
// absent: the function is asked.
std::shared_ptr<const TextEmbedder> embedder_of(const std::string& model, const py::object& function,
                                                std::optional<std::size_t> dimension, std::size_t batch);

}  // namespace m150::python

namespace pybind11::detail {
template <>
struct handle_type_name<m150::python::ArrayArgument> {
    static constexpr auto name = const_name("numpy.typing.ArrayLike");
};
template <>
struct handle_type_name<m150::python::OptionalArray> {
    static constexpr auto name = const_name("numpy.typing.ArrayLike | None");
};
}  // namespace pybind11::detail
