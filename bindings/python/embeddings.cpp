#include "embeddings.hpp"

#include <pybind11/numpy.h>

#include <algorithm>

#include "libm150/base/text.hpp"

namespace m150::python {

namespace {

using Floats = py::array_t<float, py::array::c_style | py::array::forcecast>;

std::string shape_of(const py::array& array) {
    std::string shape;
    for (py::ssize_t i = 0; i < array.ndim(); ++i)
        shape += (i == 0 ? "" : " x ") + std::to_string(array.shape(i));
    return array.ndim() == 0 ? "a single number" : shape;
}

Floats floats_of(const py::object& given, const std::string& where, py::ssize_t dimensions) {
    const char* expected = dimensions == 2 ? "an array with a row of real numbers for each text"
                                           : "an array of real numbers, of one dimension";
    // Complex numbers would lose a part, texts would be read as numbers.
    const auto array = py::array::ensure(given);
    const std::string kind = array ? std::string(1, array.dtype().kind()) : std::string();
    if (!array || std::string("fiub").find(kind) == std::string::npos) {
        PyErr_Clear();
        throw InvalidInput({where,
                            "is no array of real numbers (" +
                                std::string(py::str(py::type::handle_of(given).attr("__name__"))) + ")",
                            expected, "give a NumPy array"});
    }
    if (array.ndim() != dimensions) {
        throw InvalidInput({where, "has the shape " + shape_of(array), expected, "reshape it"});
    }
    Floats floats = Floats::ensure(array);
    if (!floats) {
        PyErr_Clear();
        throw InvalidInput(
            {where, "holds numbers that do not fit in 32 bits", "numbers up to 3.4e38", "scale them"});
    }
    return floats;
}

class PythonEmbedder final : public TextEmbedder {
  public:
    PythonEmbedder(std::string model, std::size_t dimension, std::size_t batch, py::object function)
        : model_(std::move(model)), dimension_(dimension), batch_(batch), function_(std::move(function)) {}
    // The last snapshot may let go of it in any thread, and after the interpreter is gone.
    ~PythonEmbedder() override {
        if (!Py_IsInitialized()) {
            (void)function_.release();
            return;
        }
        const py::gil_scoped_acquire gil;
        function_ = py::object();
    }
    PythonEmbedder(const PythonEmbedder&) = delete;
    PythonEmbedder& operator=(const PythonEmbedder&) = delete;

    std::string model() const override { return model_; }
    std::size_t dimension() const override { return dimension_; }
    std::size_t batch() const override { return batch_; }
    void embed(std::span<const std::string> texts, std::span<float> rows) const override {
        const py::gil_scoped_acquire gil;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        const FloatRows made = call(function_, texts);
        if (made.rows != texts.size() || made.columns != dimension_) {
            throw InvalidInput(
                {"the embedder '" + excerpt(model_, 80) + "'",
                 "gave an array of " + std::to_string(made.rows) + " x " + std::to_string(made.columns),
                 std::to_string(texts.size()) + " x " + std::to_string(dimension_),
                 "give a row for each text, in their order"});
        }
        std::copy(made.numbers.begin(), made.numbers.end(), rows.begin());
    }

    static FloatRows call(const py::object& function, std::span<const std::string> texts) {
        py::list list;
        for (const std::string& text : texts)
            list.append(py::str(text));
        return rows_of(function(list), "what the embedder gave");
    }

  private:
    std::string model_;
    std::size_t dimension_;
    std::size_t batch_;
    py::object function_;
};

}  // namespace

FloatRows rows_of(const py::object& array, const std::string& where) {
    const Floats floats = floats_of(array, where, 2);
    FloatRows rows{static_cast<std::size_t>(floats.shape(0)), static_cast<std::size_t>(floats.shape(1)), {}};
    rows.numbers.assign(floats.data(), floats.data() + floats.size());
    return rows;
}

std::vector<float> vector_of(const py::object& array, const std::string& where) {
    if (array.is_none()) return {};
    const Floats floats = floats_of(array, where, 1);
    if (floats.size() == 0) throw InvalidInput({where, "is empty", "a vector, or None", ""});
    return {floats.data(), floats.data() + floats.size()};
}

std::shared_ptr<const TextEmbedder> embedder_of(const std::string& model, const py::object& function,
                                                std::optional<std::size_t> dimension, std::size_t batch) {
    if (!PyCallable_Check(function.ptr())) throw py::type_error("embedder: expected a function");
    if (batch < 1) throw InvalidInput({"embedder, batch", "is 0", "1 or more", ""});
    if (!dimension) {
        const std::string text = "m150";
        dimension = PythonEmbedder::call(function, std::span(&text, 1)).columns;
    }
    return std::make_shared<PythonEmbedder>(model, *dimension, batch, function);
}

}  // namespace m150::python
