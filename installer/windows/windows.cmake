# Windows: version, icon and manifest inside the programs, and the flat folder that the installer takes.
# sigen_windows_program(<target> <description>)
function(sigen_windows_program target description)
    set(SIGEN_PROGRAM ${target})
    set(SIGEN_PROGRAM_DESCRIPTION ${description})
    string(REPLACE "." "," SIGEN_VERSION_NUMBERS ${PROJECT_VERSION}.0)
    set(SIGEN_ICON "")
    if(TARGET sigen_icons)
        set(SIGEN_ICON "1 ICON \"${SIGEN_ICONS_DIR}/sigen-modbus.ico\"")
        add_dependencies(${target} sigen_icons)
    endif()
    set(manifest ${CMAKE_CURRENT_BINARY_DIR}/${target}.manifest)
    configure_file(${PROJECT_SOURCE_DIR}/installer/windows/program.manifest.in ${manifest} @ONLY)
    set(SIGEN_MANIFEST "")
    if(MSVC)
        target_sources(${target} PRIVATE ${manifest}) # the linker merges it
    else()
        set(SIGEN_MANIFEST "1 24 \"${manifest}\"") # CREATEPROCESS_MANIFEST_RESOURCE_ID, RT_MANIFEST
    endif()
    set(resources ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
    configure_file(${PROJECT_SOURCE_DIR}/installer/windows/program.rc.in ${resources} @ONLY)
    target_sources(${target} PRIVATE ${resources})
    install(TARGETS ${target} RUNTIME DESTINATION . COMPONENT programs)
endfunction()

sigen_windows_program(sigen-modbus-cli "Sigen Modbus, command line")
if(TARGET sigen-modbus)
    sigen_windows_program(sigen-modbus "Sigen Modbus")
endif()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE RENAME LICENSE.txt DESTINATION . COMPONENT licenses)
install(FILES ${SIGEN_LICENSES} DESTINATION licenses COMPONENT licenses)
if(MSVC)
    # Beside the programs, so that nobody needs an administrator for a redistributable package.
    set(CMAKE_INSTALL_SYSTEM_RUNTIME_DESTINATION .)
    set(CMAKE_INSTALL_SYSTEM_RUNTIME_COMPONENT programs)
    include(InstallRequiredSystemLibraries)
endif()

# cmake --build FOLDER --target windows-installer
add_custom_target(windows-installer
    COMMAND ${CMAKE_COMMAND} -DBUILD=${PROJECT_BINARY_DIR} -DVERSION=${PROJECT_VERSION} -DHOMEPAGE=${SIGEN_HOMEPAGE}
        -DICON=${SIGEN_ICONS_DIR}/sigen-modbus.ico -DWERROR=${SIGEN_WERROR} -P ${CMAKE_CURRENT_LIST_DIR}/makeinstaller.cmake
    USES_TERMINAL VERBATIM)
add_dependencies(windows-installer sigen-modbus-cli)
if(TARGET sigen-modbus)
    add_dependencies(windows-installer sigen-modbus)
endif()
