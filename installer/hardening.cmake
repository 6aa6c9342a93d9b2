# Published programs read what strangers on the network send: optimised builds get what the compiler can do about it.
if(NOT MSVC AND NOT SIGEN_SANITIZE)
    set(optimised $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
    target_compile_options(sigen_build_options INTERFACE
        $<${optimised}:-fstack-protector-strong>
        # Distributions set their own level, and a second definition would be a warning.
        "$<${optimised}:SHELL:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>")
    # MinGW has the guard in a library of its own, which this brings in.
    target_link_options(sigen_build_options INTERFACE $<${optimised}:-fstack-protector-strong>)
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        target_compile_options(sigen_build_options INTERFACE $<${optimised}:-fstack-clash-protection>)
        target_link_options(sigen_build_options INTERFACE $<${optimised}:-Wl,-z,relro,-z,now>)
    endif()
endif()
