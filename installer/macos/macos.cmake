# macOS: a bundle with both programs in it, their Qt brought along when it is installed, and the disk image by cpack.
# Universal: -DCMAKE_OSX_ARCHITECTURES="arm64;x86_64", with a Qt and a QtKeychain that have both.

# What Qt 6.4 and later ask for; CMAKE_OSX_DEPLOYMENT_TARGET is where it is really set, before project().
set(SIGEN_MACOS_MINIMUM ${CMAKE_OSX_DEPLOYMENT_TARGET})
if(NOT SIGEN_MACOS_MINIMUM)
    set(SIGEN_MACOS_MINIMUM 11.0)
endif()

if(NOT TARGET sigen-modbus)
    install(TARGETS sigen-modbus-cli RUNTIME DESTINATION . COMPONENT programs)
    return()
endif()

set(icons ${SIGEN_ICONS_DIR}/sigen-modbus.icns)
set(german ${CMAKE_CURRENT_BINARY_DIR}/de/InfoPlist.strings)
configure_file(${CMAKE_CURRENT_LIST_DIR}/InfoPlist.de.strings ${german} COPYONLY)
target_sources(sigen-modbus PRIVATE ${icons} ${german})
set_source_files_properties(${icons} TARGET_DIRECTORY sigen-modbus
    PROPERTIES GENERATED ON MACOSX_PACKAGE_LOCATION Resources)
set_source_files_properties(${german} TARGET_DIRECTORY sigen-modbus
    PROPERTIES MACOSX_PACKAGE_LOCATION Resources/de.lproj)
add_dependencies(sigen-modbus sigen_icons)

configure_file(${CMAKE_CURRENT_LIST_DIR}/Info.plist.in ${CMAKE_CURRENT_BINARY_DIR}/Info.plist @ONLY)
set_target_properties(sigen-modbus PROPERTIES
    OUTPUT_NAME "Sigen Modbus" # what Finder, the Dock and the menu bar show
    MACOSX_BUNDLE ON
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_BINARY_DIR}/Info.plist)
set_target_properties(sigen-modbus sigen-modbus-cli PROPERTIES INSTALL_RPATH "@executable_path/../Frameworks")

set(bundle "Sigen Modbus.app")
install(TARGETS sigen-modbus BUNDLE DESTINATION . COMPONENT programs)
install(TARGETS sigen-modbus-cli RUNTIME DESTINATION ${bundle}/Contents/MacOS COMPONENT programs)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE RENAME LICENSE.txt
    DESTINATION ${bundle}/Contents/Resources COMPONENT programs)
install(FILES ${SIGEN_LICENSES} DESTINATION ${bundle}/Contents/Resources/licenses COMPONENT programs)
install(FILES ${PROJECT_SOURCE_DIR}/resources/man/sigen-modbus-cli.1
    DESTINATION ${bundle}/Contents/Resources/man/man1 COMPONENT programs)

get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
get_filename_component(qt_programs ${qmake} DIRECTORY)
find_program(SIGEN_MACDEPLOYQT macdeployqt REQUIRED HINTS ${qt_programs})
install(CODE "
    set(bundle \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${bundle}\")
    execute_process(
        COMMAND \"${SIGEN_MACDEPLOYQT}\" \"\${bundle}\" \"-executable=\${bundle}/Contents/MacOS/sigen-modbus-cli\"
        COMMAND_ERROR_IS_FATAL ANY)"
    COMPONENT programs)
