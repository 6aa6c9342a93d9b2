# The tree under PREFIX on Linux and the BSDs: programs, manual pages, completions, desktop files.
find_program(SIGEN_GZIP gzip REQUIRED)

# sigen_compressed(<variable> <file> <name>)    a build-time copy of the file as <name>.gz, the way distributions want it
function(sigen_compressed variable file name)
    set(copy ${CMAKE_CURRENT_BINARY_DIR}/compressed/${name}.gz)
    get_filename_component(folder ${copy} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${copy} COMMAND ${SIGEN_GZIP} -9nc ${file} > ${copy} DEPENDS ${file} VERBATIM)
    set(${variable} ${copy} PARENT_SCOPE)
endfunction()

# sigen_install_program(<target> <component>)    with its manual page, completions and Debian's documents
function(sigen_install_program target component)
    install(TARGETS ${target} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})

    sigen_compressed(page ${PROJECT_SOURCE_DIR}/resources/man/${target}.1 ${target}.1)
    install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})

    set(SIGEN_PROGRAM ${target})
    set(source ${PROJECT_SOURCE_DIR}/resources/completions)
    set(completions ${CMAKE_CURRENT_BINARY_DIR}/completions/${target})
    file(READ ${source}/help.awk SIGEN_HELP_AWK)
    foreach(shell IN ITEMS bash zsh fish)
        configure_file(${source}/completion.${shell}.in ${completions}.${shell} @ONLY NEWLINE_STYLE UNIX)
    endforeach()
    install(FILES ${completions}.bash RENAME ${target} COMPONENT ${component}
        DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/bash-completion/completions)
    install(FILES ${completions}.zsh RENAME _${target} COMPONENT ${component}
        DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/zsh/vendor-completions)
    install(FILES ${completions}.fish RENAME ${target}.fish COMPONENT ${component}
        DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/fish/vendor_completions.d)

    configure_file(${PROJECT_SOURCE_DIR}/installer/debian/changelog.in
        ${CMAKE_CURRENT_BINARY_DIR}/debian/${target}/changelog @ONLY)
    sigen_compressed(changelog ${CMAKE_CURRENT_BINARY_DIR}/debian/${target}/changelog ${target}/changelog)
    install(FILES ${PROJECT_SOURCE_DIR}/installer/debian/copyright ${changelog}
        DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${target} COMPONENT ${component})
    add_custom_target(sigen_documents_${component} ALL DEPENDS ${page} ${changelog})
endfunction()

sigen_install_program(sigen-modbus-cli cli)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/examples/ COMPONENT cli
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/sigen-modbus-cli/examples)
if(TARGET sigen-modbus)
    sigen_install_program(sigen-modbus window)

    set(SIGEN_DESKTOP_ID sigen-modbus.desktop)
    set(SIGEN_SCREENSHOTS ${SIGEN_HOMEPAGE}/raw/v${PROJECT_VERSION}/resources/screenshots)
    set(metainfo ${CMAKE_CURRENT_BINARY_DIR}/${SIGEN_APPLICATION_ID}.metainfo.xml)
    configure_file(${PROJECT_SOURCE_DIR}/resources/desktop/metainfo.xml.in ${metainfo} @ONLY)
    install(FILES ${metainfo} DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/metainfo COMPONENT window)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/desktop/${SIGEN_DESKTOP_ID}
        DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/applications COMPONENT window)
    install(DIRECTORY ${SIGEN_ICONS_DIR}/hicolor DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/icons COMPONENT window)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/sigen-modbus.svg
        DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/icons/hicolor/scalable/apps COMPONENT window)
endif()

# The self-contained archive, from what is built: cmake --build FOLDER --target portable
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
add_custom_target(portable
    COMMAND ${CMAKE_COMMAND} -E env QMAKE=${qmake} SOURCE_DATE_EPOCH=$ENV{SOURCE_DATE_EPOCH}
        ${PROJECT_SOURCE_DIR}/installer/linux/portable.sh ${PROJECT_BINARY_DIR} ${PROJECT_BINARY_DIR}
    USES_TERMINAL VERBATIM)
add_dependencies(portable sigen-modbus-cli)
if(TARGET sigen-modbus)
    add_dependencies(portable sigen-modbus)
endif()
