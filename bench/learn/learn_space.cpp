#include "bench/learn/learn_space.hpp"

#include <Spectra/SymEigsSolver.h>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

#include "libm150/base/error.hpp"
#include "libm150/search/space_file.hpp"
#include "libm150/solve/random.hpp"

namespace m150::bench {

namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor>;

// A pair at a distance of d counts 27720 / d: whole numbers, so that sums do not depend on their order.
// 27720 is the least number that 1 to 12 divide.
constexpr std::uint64_t one = 27720;
constexpr std::size_t widest = 12;

struct Vocabulary {
    std::vector<std::uint32_t> stems;  // of each word, ascending by name
    std::vector<std::uint32_t> words;  // of each stem; Stems::no_stem: it comes too seldom
};

Vocabulary vocabulary_of(const Stems& stems, std::uint64_t minimum) {
    Vocabulary vocabulary;
    for (std::uint32_t stem = 0; stem < stems.names().size(); ++stem) {
        if (stems.counts()[stem] >= minimum) vocabulary.stems.push_back(stem);
    }
    std::sort(vocabulary.stems.begin(), vocabulary.stems.end(),
              [&](std::uint32_t a, std::uint32_t b) { return stems.names()[a] < stems.names()[b]; });
    vocabulary.words.assign(stems.names().size(), Stems::no_stem);
    for (std::uint32_t word = 0; word < vocabulary.stems.size(); ++word)
        vocabulary.words[vocabulary.stems[word]] = word;
    return vocabulary;
}

// How often each word stands near each other: row by row, each with the columns that are not 0, ascending.
struct Counts {
    std::vector<std::size_t> starts{0};
    std::vector<std::uint32_t> columns;
    std::vector<std::uint64_t> values;
    std::vector<std::uint64_t> sums;  // of rows, and as the matrix is symmetric of columns

    std::size_t rows() const { return sums.size(); }
};

// Calls near(word, weight) for each word of the vocabulary within the window around `place`.
template <class Near>
void for_each_near(const std::vector<std::uint32_t>& tokens, const Vocabulary& vocabulary, std::size_t place,
                   std::size_t window, const Near& near) {
    const auto visit = [&](std::size_t at, std::size_t distance) {
        if (tokens[at] == Stems::no_stem) return false;  // the document ends here
        const std::uint32_t word = vocabulary.words[tokens[at]];
        if (word != Stems::no_stem) near(word, one / distance);
        return true;
    };
    for (std::size_t d = 1; d <= window && d <= place && visit(place - d, d); ++d) {
    }
    for (std::size_t d = 1; d <= window && place + d < tokens.size() && visit(place + d, d); ++d) {
    }
}

Counts count_pairs(const Stems& stems, const Vocabulary& vocabulary, std::size_t window) {
    const std::vector<std::uint32_t>& tokens = stems.tokens();
    std::vector<std::vector<std::uint32_t>> places(vocabulary.stems.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i] == Stems::no_stem || vocabulary.words[tokens[i]] == Stems::no_stem) continue;
        places[vocabulary.words[tokens[i]]].push_back(static_cast<std::uint32_t>(i));
    }
    Counts counts;
    std::vector<std::uint64_t> row(places.size(), 0);
    std::vector<std::uint32_t> touched;
    for (const std::vector<std::uint32_t>& of_word : places) {
        for (const std::uint32_t place : of_word) {
            for_each_near(tokens, vocabulary, place, window, [&](std::uint32_t word, std::uint64_t weight) {
                if (row[word] == 0) touched.push_back(word);
                row[word] += weight;
            });
        }
        std::sort(touched.begin(), touched.end());
        std::uint64_t sum = 0;
        for (const std::uint32_t word : touched) {
            counts.columns.push_back(word);
            counts.values.push_back(row[word]);
            sum += row[word];
            row[word] = 0;
        }
        touched.clear();
        counts.sums.push_back(sum);
        counts.starts.push_back(counts.columns.size());
    }
    return counts;
}

// Positive pointwise mutual information: how much more often two words stand together than they would by
// chance, in natural logarithms, where that is more. Contexts have the probability of their frequency to the
// power of `smoothing` (Levy, Goldberg and Dagan 2015, section 3.1).
Matrix mutual_information(const Counts& counts, double smoothing) {
    const auto size = static_cast<Eigen::Index>(counts.rows());
    std::vector<double> context;
    for (const std::uint64_t sum : counts.sums)
        context.push_back(sum == 0 ? 0.0 : std::pow(static_cast<double>(sum), smoothing));
    const double all = std::accumulate(context.begin(), context.end(), 0.0);
    Matrix matrix(size, size);
    std::vector<Eigen::Triplet<double>> entries;
    for (std::size_t row = 0; row < counts.rows(); ++row) {
        const auto sum = static_cast<double>(counts.sums[row]);
        for (std::size_t at = counts.starts[row]; at < counts.starts[row + 1]; ++at) {
            const std::uint32_t column = counts.columns[at];
            const double value =
                std::log(static_cast<double>(counts.values[at]) * all / (sum * context[column]));
            if (value > 0.0) entries.emplace_back(static_cast<int>(row), static_cast<int>(column), value);
        }
    }
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

// M Mt as Spectra wants it: its eigenvectors are the left singular vectors of M, its eigenvalues the squares
// of the singular values.
class Gram {
  public:
    using Scalar = double;
    explicit Gram(const Matrix& matrix) : matrix_(matrix) {}
    Eigen::Index rows() const { return matrix_.rows(); }
    Eigen::Index cols() const { return matrix_.rows(); }
    void perform_op(const double* in, double* out) const {
        const Eigen::Map<const Eigen::VectorXd> x(in, rows());
        Eigen::Map<Eigen::VectorXd> y(out, rows());
        const Eigen::VectorXd middle = matrix_.transpose() * x;
        y = matrix_ * middle;
    }

  private:
    const Matrix& matrix_;
};

// Left singular vectors times the singular values to the power of `exponent`, the largest first. The sign
// of a singular vector is a matter of chance: the component that is largest is made positive.
Eigen::MatrixXd principal_directions(const Matrix& matrix, std::size_t dimension, double exponent) {
    const Eigen::Index size = matrix.rows();
    const auto wanted = static_cast<Eigen::Index>(dimension);
    Gram gram(matrix);
    Spectra::SymEigsSolver<Gram> solver(gram, wanted, std::min(size, 2 * wanted + 20));
    Random random(1, "start of the iteration");
    std::vector<double> start;
    for (Eigen::Index i = 0; i < size; ++i)
        start.push_back(random.uniform(-1.0, 1.0));
    solver.init(start.data());
    solver.compute(Spectra::SortRule::LargestAlge, 1000, 1e-10, Spectra::SortRule::LargestAlge);
    if (solver.info() != Spectra::CompInfo::Successful) {
        throw InvalidInput({"learn-space", "the text does not have that many directions",
                            "texts with many more words than the space has dimensions",
                            "give more text, or a smaller --dimension"});
    }
    Eigen::MatrixXd directions = solver.eigenvectors();
    const Eigen::VectorXd values = solver.eigenvalues();
    for (Eigen::Index d = 0; d < wanted; ++d) {
        Eigen::Index at = 0;
        directions.col(d).cwiseAbs().maxCoeff(&at);
        const double sign = directions(at, d) < 0.0 ? -1.0 : 1.0;
        directions.col(d) *= sign * std::pow(std::max(values(d), 0.0), exponent / 2.0);
    }
    return directions;
}

std::string shown(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

std::map<std::string, std::string> description_of(const Stems& stems, const LearnParameters& parameters) {
    std::map<std::string, std::string> lines{
        {"analysis", stems.analyzer().rules()},        {"word-lists", stems.analyzer().version()},
        {"window", std::to_string(parameters.window)}, {"minimum", std::to_string(parameters.minimum)},
        {"smoothing", shown(parameters.smoothing)},    {"exponent", shown(parameters.exponent)},
    };
    int number = 0;
    for (const Source& source : stems.sources()) {
        char text[160];
        std::snprintf(text, sizeof text, " %llu documents, %llu tokens, fnv %016llx",
                      static_cast<unsigned long long>(source.documents),
                      static_cast<unsigned long long>(source.tokens),
                      static_cast<unsigned long long>(source.hash));
        lines["source-" + std::to_string(++number)] = source.name + text;
    }
    return lines;
}

void check(const LearnParameters& parameters) {
    const auto refuse = [](const char* name, const char* expected) {
        throw InvalidInput({std::string("learn-space, ") + name, "the value is out of range", expected, ""});
    };
    if (parameters.window < 1 || parameters.window > widest) refuse("window", "1 to 12");
    if (parameters.minimum < 1) refuse("minimum", "1 or more");
    if (parameters.dimension < 1 || parameters.dimension > semantic::max_dimension)
        refuse("dimension", "1 to 4096");
    if (!(parameters.smoothing >= 0.0 && parameters.smoothing <= 1.0)) refuse("smoothing", "0 to 1");
    if (!(parameters.exponent >= 0.0 && parameters.exponent <= 1.0)) refuse("exponent", "0 to 1");
}

}  // namespace

std::string learn_space(const Stems& stems, const LearnParameters& parameters, const Say& say) {
    check(parameters);
    const auto tell = [&](const std::string& what) {
        if (say) say(what);
    };
    const Vocabulary vocabulary = vocabulary_of(stems, parameters.minimum);
    if (vocabulary.stems.size() <= parameters.dimension) {
        throw InvalidInput(
            {"learn-space", "only " + std::to_string(vocabulary.stems.size()) + " words come often enough",
             "more words than the space has dimensions (" + std::to_string(parameters.dimension) + ")",
             "give more text, or a smaller --dimension or --minimum"});
    }
    tell(std::to_string(vocabulary.stems.size()) + " words; counting pairs");
    const Matrix matrix = [&] {
        const Counts counts = count_pairs(stems, vocabulary, parameters.window);
        tell(std::to_string(counts.columns.size()) + " pairs; weighing them");
        return mutual_information(counts, parameters.smoothing);
    }();
    tell(std::to_string(matrix.nonZeros()) + " remain; looking for " + std::to_string(parameters.dimension) +
         " directions");
    const Eigen::MatrixXd directions =
        principal_directions(matrix, parameters.dimension, parameters.exponent);

    const auto total =
        static_cast<double>(std::accumulate(stems.counts().begin(), stems.counts().end(), std::uint64_t{0}));
    std::vector<semantic::LearnedWord> words;
    for (std::size_t word = 0; word < vocabulary.stems.size(); ++word) {
        const std::uint32_t stem = vocabulary.stems[word];
        const Eigen::VectorXd row = directions.row(static_cast<Eigen::Index>(word));
        if (!(row.norm() > 1e-9)) continue;  // it keeps no company
        words.push_back({stems.names()[stem],
                         std::log(total / static_cast<double>(stems.counts()[stem])),
                         {row.data(), row.data() + row.size()}});
    }
    return semantic::write_space(std::move(words), static_cast<std::uint32_t>(parameters.dimension),
                                 description_of(stems, parameters));
}

}  // namespace m150::bench
