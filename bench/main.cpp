// m150-bench: how good libm150 is, how fast, and data to measure it on.
#include <CLI/CLI.hpp>
#include <iostream>

#include "commands.hpp"
#include "libm150/base/error.hpp"

int main(int argc, char** argv) {
    CLI::App app("Measures libm150. Data goes to standard output, messages to standard error.");
    app.require_subcommand(1);
    int code = 0;
    m150::bench::add_quality(app);
    m150::bench::add_compare(app);
    m150::bench::add_route(app);
    m150::bench::add_language(app);
    m150::bench::add_tune(app);
    m150::bench::add_speed(app, code);
    m150::bench::add_learn_space(app);
    m150::bench::add_generate(app);
    m150::bench::add_open_once(app, code);

    try {
        app.parse(argc, argv);
        return code;
    } catch (const CLI::ParseError& error) {
        const bool help = error.get_exit_code() == 0;
        const int status = app.exit(error, help ? std::cout : std::cerr, std::cerr);
        return status == 0 ? 0 : 2;
    } catch (const m150::Error& error) {
        std::cerr << "m150-bench: " << error.what() << "\n";
        return error.kind() == m150::ErrorKind::invalid_input ? 2 : 1;
    } catch (const std::exception& error) {
        std::cerr << "m150-bench: " << error.what() << "\n";
        return 1;
    }
}
