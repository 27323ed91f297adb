#include "libm150/solve/milp.hpp"

#include <glpk.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <exception>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include "libm150/base/error.hpp"

namespace m150::inline v0 {

namespace {

constexpr double kLargest = 1e9;
constexpr double kTolerance = 1e-6;  // by which a row may be missed through rounding, relative to its size
constexpr std::size_t kMostProblems = 100;
constexpr double kNothing = 1e-20;  // of a factor: no value makes it count

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// --- what is wrong with a problem -------------------------------------------------------------------------

bool sensible(double number) {
    return std::isfinite(number) && std::abs(number) <= kLargest;
}

void check_row(const MilpProblem& problem, std::size_t index, std::vector<std::size_t>& seen_in,
               std::vector<Problem>& wrong) {
    const MilpRow& row = problem.rows[index];
    const std::string where = "row " + std::to_string(index);
    if (std::isnan(row.at_least) || std::isnan(row.at_most) || row.at_least > row.at_most) {
        wrong.push_back({where, "its bounds cross or are no numbers", "at_least <= at_most", "correct them"});
    }
    for (const MilpTerm& term : row.terms) {
        if (term.column < 0 || at(term.column) >= problem.columns.size()) {
            wrong.push_back({where, "there is no column " + std::to_string(term.column),
                             "a number below " + std::to_string(problem.columns.size()), "correct it"});
            continue;
        }
        if (!sensible(term.factor))
            wrong.push_back({where, "a factor is no number of at most 1e9", "a finite number", "scale it"});
        if (std::exchange(seen_in[at(term.column)], index + 1) == index + 1)
            wrong.push_back({where, "column " + std::to_string(term.column) + " occurs twice",
                             "one term a column", "add them up"});
    }
}

void check(const MilpProblem& problem, const SolveLimits& limits) {
    std::vector<Problem> wrong;
    for (std::size_t c = 0; c < problem.columns.size(); ++c) {
        const MilpColumn& column = problem.columns[c];
        if (!sensible(column.gain) || !sensible(column.low) || !sensible(column.high) ||
            column.low > column.high) {
            wrong.push_back({"column " + std::to_string(c), "its gain or bounds are no use",
                             "finite numbers of at most 1e9, low <= high", "correct them"});
        }
    }
    std::vector<std::size_t> seen_in(problem.columns.size());
    for (std::size_t r = 0; r < problem.rows.size(); ++r)
        check_row(problem, r, seen_in, wrong);
    if (limits.most_nodes < 1)
        wrong.push_back({"most_nodes", "is below 1", "at least 1", "leave it as it is"});
    if (!(limits.most_seconds >= 0.0))
        wrong.push_back({"most_seconds", "is no time", "0 or more", "leave it 0 for no limit"});
    if (wrong.empty()) return;
    const std::size_t total = wrong.size();
    wrong.resize(std::min(total, kMostProblems));
    throw InvalidInput(std::move(wrong), total);
}

// --- GLPK -------------------------------------------------------------------------------------------------

// GLPK keeps its memory in an environment of the thread. One that was made here goes again at the end; one
// that the program made for its own use of GLPK stays.
class Environment {
  public:
    Environment() : made_here_(glp_init_env() == 0), spoke_(glp_term_out(GLP_OFF)) {}
    ~Environment() {
        glp_error_hook(nullptr, nullptr);
        glp_term_hook(nullptr, nullptr);
        glp_term_out(spoke_);
        if (made_here_) glp_free_env();
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

  private:
    bool made_here_;
    int spoke_;
};

// What GLPK is told through, and tells through, while it works: no destructor lies on the way of a jump.
struct Desk {
    std::jmp_buf way_out;
    std::array<char, 200> said{};  // its last words
    const SolveLimits* limits = nullptr;
    double bound = 0.0;
    std::int64_t nodes = 0;
    bool stopped = false;    // by a limit
    bool cancelled = false;  // by progress
    std::exception_ptr thrown;
};

int hear(void* info, const char* said) {
    std::snprintf(static_cast<Desk*>(info)->said.data(), std::size_t{200}, "%s", said);
    return 1;  // not for the terminal
}

void give_up(void* info) {
    std::longjmp(static_cast<Desk*>(info)->way_out, 1);
}

void tell(Desk& desk) noexcept {
    if (!desk.limits->progress) return;
    try {
        desk.cancelled = !desk.limits->progress({"search", static_cast<std::uint64_t>(desk.nodes), 0});
    } catch (...) {
        desk.thrown = std::current_exception();
        desk.cancelled = true;
    }
}

void watch(glp_tree* tree, void* info) {
    Desk& desk = *static_cast<Desk*>(info);
    int total = 0;
    glp_ios_tree_size(tree, nullptr, nullptr, &total);
    desk.nodes = total;
    const int best = glp_ios_best_node(tree);
    if (best != 0) desk.bound = std::min(desk.bound, glp_ios_node_bound(tree, best));
    if (glp_ios_reason(tree) == GLP_ISELECT) tell(desk);
    desk.stopped = desk.nodes >= desk.limits->most_nodes;
    if (desk.stopped || desk.cancelled) glp_ios_terminate(tree);
}

struct Codes {
    bool broken = false;
    int relaxed = 0;  // what glp_simplex returned
    int searched = 0;
};

// Solves the relaxation, then searches. GLPK ends in abort() when it finds itself in error; here it leaves by
// the way out instead.
Codes run(Desk& desk, glp_prob* lp, const glp_smcp& simplex, const glp_iocp& search) {
    if (setjmp(desk.way_out) != 0) return {true, 0, 0};
    glp_term_hook(hear, &desk);
    glp_error_hook(give_up, &desk);
    Codes codes;
    codes.relaxed = glp_simplex(lp, &simplex);
    if (codes.relaxed != 0 || glp_get_status(lp) != GLP_OPT) return codes;
    desk.bound = glp_get_obj_val(lp);
    codes.searched = glp_intopt(lp, &search);
    return codes;
}

int type_of(double low, double high) {
    if (std::isinf(low)) return std::isinf(high) ? GLP_FR : GLP_UP;
    if (std::isinf(high)) return GLP_LO;
    return low == high ? GLP_FX : GLP_DB;
}

using Lp = std::unique_ptr<glp_prob, decltype(&glp_delete_prob)>;

Lp lp_of(const MilpProblem& problem) {
    Lp lp(glp_create_prob(), &glp_delete_prob);
    glp_set_obj_dir(lp.get(), GLP_MAX);
    glp_add_cols(lp.get(), static_cast<int>(problem.columns.size()));
    for (std::size_t c = 0; c < problem.columns.size(); ++c) {
        const MilpColumn& column = problem.columns[c];
        const int number = static_cast<int>(c) + 1;
        glp_set_obj_coef(lp.get(), number, column.gain);
        glp_set_col_bnds(lp.get(), number, type_of(column.low, column.high), column.low, column.high);
        glp_set_col_kind(lp.get(), number, column.whole ? GLP_IV : GLP_CV);
    }
    if (!problem.rows.empty()) glp_add_rows(lp.get(), static_cast<int>(problem.rows.size()));
    std::vector<int> columns;
    std::vector<double> factors;
    for (std::size_t r = 0; r < problem.rows.size(); ++r) {
        const MilpRow& row = problem.rows[r];
        columns.assign(1, 0);
        factors.assign(1, 0.0);
        for (const MilpTerm& term : row.terms) {
            if (std::abs(term.factor) < kNothing) continue;
            columns.push_back(term.column + 1);
            factors.push_back(term.factor);
        }
        const int number = static_cast<int>(r) + 1;
        glp_set_row_bnds(lp.get(), number, type_of(row.at_least, row.at_most), row.at_least, row.at_most);
        glp_set_mat_row(lp.get(), number, static_cast<int>(columns.size()) - 1, columns.data(),
                        factors.data());
    }
    return lp;
}

int milliseconds(double seconds) {
    if (seconds <= 0.0) return std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp(seconds * 1000.0, 1.0, 2e9));
}

glp_smcp simplex_settings(const SolveLimits& limits, bool presolve) {
    glp_smcp settings;
    glp_init_smcp(&settings);
    settings.msg_lev = GLP_MSG_OFF;
    settings.meth = GLP_DUALP;
    settings.r_test = GLP_RT_FLIP;
    settings.presolve = presolve ? GLP_ON : GLP_OFF;
    settings.tm_lim = milliseconds(limits.most_seconds);
    return settings;
}

glp_iocp search_settings(const MilpProblem& problem, const SolveLimits& limits, Desk& desk) {
    glp_iocp settings;
    glp_init_iocp(&settings);
    settings.msg_lev = GLP_MSG_OFF;
    settings.bt_tech = GLP_BT_BPH;
    settings.mir_cuts = problem.rounding_cuts ? GLP_ON : GLP_OFF;
    settings.tol_int = 1e-7;  // values are rounded afterwards: the default 1e-5 would let rows be missed
    settings.tm_lim = milliseconds(limits.most_seconds);
    settings.cb_func = watch;
    settings.cb_info = &desk;
    return settings;
}

[[noreturn]] void broken(const Desk& desk, const std::string& what) {
    std::string said = desk.said.data();
    while (!said.empty() && said.back() == '\n')
        said.pop_back();
    throw InternalError(what + (said.empty() ? "" : ": " + said));
}

// --- the result -------------------------------------------------------------------------------------------

// The values that GLPK found, whole where they must be. Throws InternalError when they miss a row.
void take_values(const MilpProblem& problem, glp_prob* lp, const Desk& desk, MilpResult& result) {
    for (std::size_t c = 0; c < problem.columns.size(); ++c) {
        const MilpColumn& column = problem.columns[c];
        double value = glp_mip_col_val(lp, static_cast<int>(c) + 1);
        if (column.whole) value = std::round(value);
        value = std::clamp(value, column.low, column.high);
        result.values.push_back(value);
        result.objective += column.gain * value;
    }
    for (const MilpRow& row : problem.rows) {
        double sum = 0.0, size = 1.0;
        for (const MilpTerm& term : row.terms) {
            sum += term.factor * result.values[at(term.column)];
            size += std::abs(term.factor * result.values[at(term.column)]);
        }
        if (sum < row.at_least - kTolerance * size || sum > row.at_most + kTolerance * size)
            broken(desk, "a solution of a mixed integer problem misses a row");
    }
}

// A problem without columns: every row adds up to 0.
MilpResult nothing_to_choose(const MilpProblem& problem) {
    MilpResult result;
    const bool holds = std::all_of(problem.rows.begin(), problem.rows.end(), [](const MilpRow& row) {
        return row.at_least <= 0.0 && row.at_most >= 0.0;
    });
    result.status = holds ? MilpStatus::optimal : MilpStatus::infeasible;
    return result;
}

}  // namespace

MilpResult solve_milp(const MilpProblem& problem, const SolveLimits& limits) {
    check(problem, limits);
    if (problem.columns.empty()) return nothing_to_choose(problem);
    const Environment environment;
    Lp lp = lp_of(problem);
    Desk desk;
    desk.limits = &limits;
    Codes codes = run(desk, lp.get(), simplex_settings(limits, true), search_settings(problem, limits, desk));
    if (!codes.broken && (codes.relaxed == GLP_EFAIL || codes.relaxed == GLP_ESING ||
                          codes.relaxed == GLP_ECOND || codes.searched == GLP_EROOT)) {
        glp_std_basis(lp.get());  // once more, from a basis that cannot be ill-conditioned
        codes = run(desk, lp.get(), simplex_settings(limits, false), search_settings(problem, limits, desk));
    }
    if (codes.broken) {
        (void)lp.release();  // after an error GLPK allows nothing but letting go of its environment
        broken(desk, "GLPK stopped in error");
    }
    if (desk.thrown) std::rethrow_exception(desk.thrown);
    if (desk.cancelled) throw InvalidInput(Problem{"search", "cancelled", "", ""});

    MilpResult result;
    result.nodes = desk.nodes;
    if (codes.relaxed == GLP_ENOPFS || (codes.relaxed == 0 && glp_get_status(lp.get()) == GLP_NOFEAS)) {
        result.status = MilpStatus::infeasible;
        return result;
    }
    if (codes.relaxed == GLP_ETMLIM) {
        result.upper_bound = std::numeric_limits<double>::infinity();
        return result;
    }
    if (codes.relaxed != 0 || glp_get_status(lp.get()) != GLP_OPT)
        broken(desk, "the relaxation of a mixed integer problem was not solved (" +
                         std::to_string(codes.relaxed) + ")");
    const int found = glp_mip_status(lp.get());
    if (found == GLP_NOFEAS) {
        result.status = MilpStatus::infeasible;
        return result;
    }
    result.upper_bound = desk.bound;
    const bool ended = codes.searched == 0;
    if (!ended && codes.searched != GLP_ESTOP && codes.searched != GLP_ETMLIM)
        broken(desk, "the search of a mixed integer problem failed (" + std::to_string(codes.searched) + ")");
    if (found != GLP_OPT && found != GLP_FEAS) return result;
    take_values(problem, lp.get(), desk, result);
    result.status = ended ? MilpStatus::optimal : MilpStatus::limited;
    result.upper_bound = ended ? result.objective : std::max(result.objective, result.upper_bound);
    return result;
}

}  // namespace m150::inline v0
