# CPack. From a build folder: `cpack` makes the two Debian packages on Linux, the disk image on macOS. Windows has its
# own installer script, and Linux besides a self-contained archive: see README.md in this folder.
set(CPACK_PACKAGE_NAME sigen-modbus)
set(CPACK_PACKAGE_VENDOR "The Sigen Modbus authors")
set(CPACK_PACKAGE_CONTACT ${SIGEN_MAINTAINER})
set(CPACK_PACKAGE_HOMEPAGE_URL ${SIGEN_HOMEPAGE})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each Debian package has its own
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_SOURCE_GENERATOR "") # a release's source is its tag

if(APPLE)
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_PACKAGE_FILE_NAME SigenModbus-${PROJECT_VERSION}-macos)
    set(CPACK_DMG_VOLUME_NAME "Sigen Modbus")
    set(CPACK_DMG_FORMAT UDZO)
    set(CPACK_MONOLITHIC_INSTALL ON)
    set(CPACK_STRIP_FILES OFF) # done before the libraries are brought in and signed
    set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/macos/sign.cmake)
elseif(WIN32)
    set(CPACK_GENERATOR ZIP)
    set(CPACK_PACKAGE_FILE_NAME SigenModbus-${PROJECT_VERSION}-windows)
    set(CPACK_MONOLITHIC_INSTALL ON)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_COMPONENTS_GROUPING IGNORE)
    set(CPACK_COMPONENTS_ALL cli)
    if(TARGET sigen-modbus)
        list(APPEND CPACK_COMPONENTS_ALL window)
    endif()
    set(CPACK_DEB_COMPONENT_INSTALL ON)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${SIGEN_MAINTAINER})
    set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
    set(CPACK_DEBIAN_PACKAGE_SECTION net)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/debian/cpack.cmake)
    # Folders as Debian has them, whatever the umask of whoever builds.
    set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
        OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

    set(CPACK_DEBIAN_CLI_PACKAGE_NAME sigen-modbus-cli)
    set(CPACK_DEBIAN_CLI_PACKAGE_SUGGESTS "sigen-modbus, gnome-keyring | kwalletmanager")
    set(CPACK_DEBIAN_CLI_DESCRIPTION
"switch a SigenEnergy gateway's Modbus TCP server on (command line)
SigenEnergy (Sigenergy, SigenStor) energy systems have a Modbus TCP server
that Home Assistant, evcc, Node-RED and many others read. It is off by
default. This program finds the gateway on the local network, signs in to it,
turns the server on and proves that port 502 answers.

This is the command line for scripts, servers and support. It needs no
display. A simulated gateway is built in.")

    set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME sigen-modbus)
    # It works without: through Xwayland, and with Qt's own words in English.
    set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "sigen-modbus-cli, qt6-wayland, qt6-translations-l10n") # its background service
    set(CPACK_DEBIAN_WINDOW_PACKAGE_SUGGESTS "gnome-keyring | kwalletmanager")
    set(CPACK_DEBIAN_WINDOW_DESCRIPTION
"switch a SigenEnergy gateway's Modbus TCP server on
SigenEnergy (Sigenergy, SigenStor) energy systems have a Modbus TCP server
that Home Assistant, evcc, Node-RED and many others read. It is off by
default. This program finds the gateway on the local network, signs in to it,
turns the server on and proves that port 502 answers, or says what stopped it
and what to do next.

This is the window. A demo gateway is built in, and nothing is sent anywhere
but to the gateway.")
endif()
include(CPack)
