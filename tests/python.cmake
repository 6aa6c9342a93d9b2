# Tests that are Python programs, run by the distribution's own interpreter: it is the one that sees the
# distribution's packages, whatever other Python stands first in the path.
find_program(SIGEN_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(SIGEN_PYTHON NAMES python3)

# sigen_add_python_test(<name> FILE <file> [ENVIRONMENT <variables>] [LABELS <labels>] [TIMEOUT <seconds>])
#   Exit code 77 is a skipped test.
function(sigen_add_python_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FILE;TIMEOUT" "ENVIRONMENT;LABELS")
    if(NOT SIGEN_PYTHON)
        message(WARNING "No python3: ${name} is left out")
        return()
    endif()
    sigen_patience(arg_TIMEOUT)
    add_test(NAME ${name} COMMAND ${SIGEN_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/${arg_FILE})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        SKIP_RETURN_CODE 77
        ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;LC_ALL=C.UTF-8;NO_COLOR=1;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/settings/${name};${arg_ENVIRONMENT}")
endfunction()
