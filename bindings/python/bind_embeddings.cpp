// The writer's vectors from outside the library.
#include "arguments.hpp"
#include "embeddings.hpp"
#include "knowledge_class.hpp"
#include "view.hpp"

namespace m150::python {

void bind_embeddings_info(py::module_& module) {
    py::class_<EmbeddingsInfo>(module, "EmbeddingsInfo",
                               "Whose vectors documents were given, and how many have one.")
        .def_readonly("model", &EmbeddingsInfo::model, "Name of the model.")
        .def_readonly("dimension", &EmbeddingsInfo::dimension, "Components of a vector.")
        .def_readonly("documents", &EmbeddingsInfo::documents,
                      "Documents with a vector: questions with what everybody sees of them, and answers for "
                      "fewer eyes.")
        .def_readonly("missing", &EmbeddingsInfo::missing,
                      "Documents without: their text came, or was changed, later.")
        .def(
            "to_dict",
            [](const EmbeddingsInfo& info) {
                py::dict result;
                result["model"] = info.model;
                result["dimension"] = info.dimension;
                result["documents"] = info.documents;
                result["missing"] = info.missing;
                return PlainDict(std::move(result));
            },
            "As plain data.")
        .def("__repr__", [](const EmbeddingsInfo& info) {
            return "<m150.EmbeddingsInfo " + info.model + ", " + std::to_string(info.documents) +
                   " documents, " + std::to_string(info.missing) + " missing>";
        });
}

void bind_embeddings(KnowledgeClass& type) {
    type.def(
            "set_embeddings",
            [](BaseHandle& handle, const std::string& model, const std::vector<Id<Question>>& ids,
               const ArrayArgument& matrix) {
                const FloatRows rows = rows_of(matrix, "embeddings, matrix");
                handle.run([&](KnowledgeBase& base) {
                    base.set_embeddings({model, rows.columns, ids, rows.numbers});
                });
            },
            py::arg("model"), py::arg("ids"), py::arg("matrix"),
            "Gives questions, with the answers that everybody sees who sees them, the vectors of a model "
            "outside the library; a commit of its own. Which are near a question counts in what ask() finds "
            "from then on. They are kept, each as long as its text stays what it was.\n\n"
            "ids: of questions, each once. matrix: a row of finite numbers for each, of any numeric type and "
            "order in memory; a row of zeros: no vector.\n\n"
            "InvalidInput, with all that is wrong: another model or dimension than those that are kept "
            "(drop_embeddings() first), a shape that does not fit, unknown ids, numbers that are not finite; "
            "and in a transaction.")
        .def(
            "embed_with",
            [](BaseHandle& handle, const std::string& model, const py::object& function,
               const std::optional<std::size_t>& dimension, std::size_t batch,
               const ProgressArgument& progress) {
                std::shared_ptr<const TextEmbedder> embedder;
                if (!function.is_none()) embedder = embedder_of(model, function, dimension, batch);
                handle.run_with_progress(progress, [&](KnowledgeBase& base, const ProgressFn& tick) {
                    base.use_embedder(std::move(embedder), tick);
                });
            },
            py::arg("model"), py::arg("function"), py::kw_only(), py::arg("dimension") = py::none(),
            py::arg("batch") = 64, py::arg("progress") = py::none(),
            "Has a function place every document that has no vector, and from now on what is written, at its "
            "commit(), and every question that is asked. Only the vectors are kept: give the function again "
            "after opening. Of a base that is read-only it places the questions.\n\n"
            "model: its name, with its version. function: takes a list of texts and gives an array with a "
            "row "
            "for each; called from any thread, with the interpreter lock. None: none is used any more. "
            "dimension: of its rows; None: it is asked. batch: texts given at a time. progress: a function "
            "of "
            "stage, done, total.\n\n"
            "InvalidInput: another model or dimension than those that are kept (drop_embeddings() first), a "
            "wrong shape, numbers that are not finite; and in a transaction. What the function raises is "
            "passed "
            "on; nothing was changed then.")
        .def(
            "drop_embeddings",
            [](BaseHandle& handle) { handle.run([](KnowledgeBase& base) { base.drop_embeddings(); }); },
            "Lets go of all vectors, and of the function. InvalidInput in a transaction.")
        .def_property_readonly(
            "embeddings",
            [](BaseHandle& handle) {
                return handle.run([](KnowledgeBase& base) { return base.embeddings(); });
            },
            "Whose vectors documents were given; None: there are none.");
}

}  // namespace m150::python
