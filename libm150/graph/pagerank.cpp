// Let W hold the weights of the edges, D its row sums, v the seeds (sum 1) and c = 1 - restart. The walk's
// time pi obeys
//
//     pi = c W D^-1 pi + s v,   with s whatever makes pi sum to 1
//
// (nodes without edges have no column in W D^-1: all of their time goes to s v, the restart). So pi is the
// solution of (I - c W D^-1) y = v divided by its sum. Because W is symmetric, the substitution y = D^1/2 z
// gives
//
//     (I - c D^-1/2 W D^-1/2) z = D^-1/2 v
//
// whose matrix is symmetric positive definite (eigenvalues from restart to 2 - restart) with no positive
// entry off the diagonal: a sparse Cholesky factorisation exists for every pivot order, and nothing cancels
// while solving with it.
//
// y is linear in v (pi is not, when a seed has no edges), and the seeds are topics, of which there are few
// and which are asked about again and again: so y is solved for once for each seed, and added up.
#include "libm150/graph/pagerank.hpp"

#include <cmath>
#include <cstddef>
#include <mutex>

#include <Eigen/SparseCholesky>
#include <Eigen/SparseCore>

#include "libm150/base/error.hpp"

namespace m150::inline v0::graph {

struct PageRank::Factor {
    Eigen::VectorXd root_degree;             // D^1/2; 1 for a node without edges
    double go_on = 1.0;                      // c
    std::vector<std::vector<int>> edges_at;  // by node: numbers of the edges that can be walked to it
    Eigen::SimplicialLLT<Eigen::SparseMatrix<double>, Eigen::Lower> cholesky;

    struct Column {
        std::once_flag made;
        Eigen::VectorXd y;
    };
    mutable std::vector<Column> columns;  // by node

    // y for a walk that restarts at this node only.
    const Eigen::VectorXd& from(Eigen::Index seed) const {
        Column& column = columns[static_cast<std::size_t>(seed)];
        std::call_once(column.made, [&] {
            Eigen::VectorXd right = Eigen::VectorXd::Zero(root_degree.size());
            right[seed] = 1.0 / root_degree[seed];
            column.y = cholesky.solve(right).cwiseProduct(root_degree);
        });
        return column.y;
    }
};

namespace {

bool can_be_walked(const Edge& edge) {
    return edge.kind != PathStep::Kind::asks;
}

Eigen::VectorXd root_degrees(int nodes, std::span<const Edge> edges) {
    Eigen::VectorXd degree = Eigen::VectorXd::Zero(nodes);
    for (const Edge& edge : edges) {
        if (!can_be_walked(edge)) continue;
        degree[edge.a] += edge.weight;
        degree[edge.b] += edge.weight;
    }
    for (double& value : degree)
        value = value > 0.0 ? std::sqrt(value) : 1.0;
    return degree;
}

// The lower triangle is all that the factorisation reads.
Eigen::SparseMatrix<double> symmetric_system(std::span<const Edge> edges, const Eigen::VectorXd& root_degree,
                                             double restart) {
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(edges.size() + static_cast<std::size_t>(root_degree.size()));
    for (Eigen::Index i = 0; i < root_degree.size(); ++i)
        entries.emplace_back(i, i, 1.0);
    for (const Edge& edge : edges) {
        if (!can_be_walked(edge)) continue;
        const double scale = root_degree[edge.a] * root_degree[edge.b];
        entries.emplace_back(edge.b, edge.a, -(1.0 - restart) * edge.weight / scale);
    }
    Eigen::SparseMatrix<double> matrix(root_degree.size(), root_degree.size());
    matrix.setFromTriplets(entries.begin(), entries.end());
    return matrix;
}

}  // namespace

PageRank::PageRank(int nodes, std::span<const Edge> edges, double restart) {
    auto factor = std::make_unique<Factor>();
    factor->root_degree = root_degrees(nodes, edges);
    factor->go_on = 1.0 - restart;
    factor->edges_at.resize(static_cast<std::size_t>(nodes));
    for (std::size_t e = 0; e < edges.size(); ++e) {
        if (!can_be_walked(edges[e])) continue;
        for (const int node : {edges[e].a, edges[e].b})
            factor->edges_at[static_cast<std::size_t>(node)].push_back(static_cast<int>(e));
    }
    factor->cholesky.compute(symmetric_system(edges, factor->root_degree, restart));
    if (factor->cholesky.info() != Eigen::Success) {
        throw InternalError("the system of personalised PageRank could not be factorised");
    }
    factor->columns = std::vector<Factor::Column>(static_cast<std::size_t>(nodes));
    factor_ = std::move(factor);
}

PageRank::PageRank(PageRank&&) noexcept = default;
PageRank& PageRank::operator=(PageRank&&) noexcept = default;
PageRank::~PageRank() = default;

std::vector<double> PageRank::solve(std::span<const double> seeds) const {
    Eigen::Map<const Eigen::VectorXd> weights(seeds.data(), static_cast<Eigen::Index>(seeds.size()));
    const double largest = weights.maxCoeff();  // no overflow in the sums
    Eigen::VectorXd time = Eigen::VectorXd::Zero(weights.size());
    for (Eigen::Index seed = 0; seed < weights.size(); ++seed) {
        if (weights[seed] > 0.0) time += weights[seed] / largest * factor_->from(seed);
    }
    std::vector<double> result(time.data(), time.data() + time.size());
    double total = 0.0;
    for (double value : result)
        total += value;
    for (double& value : result)
        value /= total;
    return result;
}

std::vector<Arrival> PageRank::arrivals(std::span<const double> time, std::span<const Edge> edges,
                                        int node) const {
    std::vector<Arrival> brought;
    for (const int number : factor_->edges_at[static_cast<std::size_t>(node)]) {
        const Edge& edge = edges[static_cast<std::size_t>(number)];
        const int from = edge.a == node ? edge.b : edge.a;
        const double root = factor_->root_degree[from];
        brought.push_back(
            {number, factor_->go_on * edge.weight / (root * root) * time[static_cast<std::size_t>(from)]});
    }
    return brought;
}

}  // namespace m150::inline v0::graph
