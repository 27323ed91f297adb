// Everything an embedder needs: #include <libm150/m150.hpp>.
#pragma once

#include "libm150/knowledge/knowledge_base.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/match/ask.hpp"
#include "libm150/match/connect.hpp"
#include "libm150/match/explain.hpp"
#include "libm150/match/fit_knowers.hpp"
#include "libm150/match/similar.hpp"
#include "libm150/match/speaker_fit.hpp"
#include "libm150/match/understood.hpp"
#include "libm150/match/who_knows.hpp"
#include "libm150/meet/agenda.hpp"
#include "libm150/meet/gap_map.hpp"
#include "libm150/meet/seat.hpp"
#include "libm150/meet/speakers.hpp"
#include "libm150/record/text_form.hpp"
#include "libm150/record/validate.hpp"
