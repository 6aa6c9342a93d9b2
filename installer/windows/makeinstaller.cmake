# cmake -DBUILD=… -DVERSION=… -DHOMEPAGE=… -DICON=… [-DPAYLOAD=…] [-DWERROR=ON] -P makeinstaller.cmake
#
# Gathers the payload in BUILD/payload (or takes the folder PAYLOAD as it is) and compiles the installer
# BUILD/SigenModbus-VERSION-windows-x64.exe. Two kinds of payload:
#   deployed  Qt as its own DLLs, brought by Qt's windeployqt; what is published
#   static    Qt inside the programs (a build of one's own against a static Qt); nothing to bring
cmake_minimum_required(VERSION 3.25)

set(programs_of_32_bits "ProgramFiles(x86)")
find_program(MAKENSIS makensis REQUIRED PATHS "$ENV{${programs_of_32_bits}}/NSIS" "$ENV{ProgramFiles}/NSIS")

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(NOT PAYLOAD)
    set(PAYLOAD ${BUILD}/payload)
    file(REMOVE_RECURSE ${PAYLOAD})
    # Without the symbols that MinGW leaves in programs, half of their size. MSVC keeps them in files of their own.
    run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${PAYLOAD} --config Release --strip)
    file(GLOB programs ${PAYLOAD}/sigen-modbus*.exe)

    file(STRINGS ${BUILD}/CMakeCache.txt qt REGEX "^Qt6_DIR:")
    string(REGEX REPLACE "^[^=]*=(.*)/lib/cmake/Qt6$" "\\1" qt "${qt}")
    if(EXISTS ${qt}/bin/Qt6Core.dll)
        find_program(WINDEPLOYQT windeployqt REQUIRED PATHS ${qt}/bin NO_DEFAULT_PATH)
        # Qt's translations are inside the programs: app/languages.
        run(${WINDEPLOYQT} --release --no-translations --no-compiler-runtime --no-opengl-sw --no-system-d3d-compiler
            ${programs})
    endif()
endif()
file(GLOB_RECURSE files RELATIVE ${PAYLOAD} LIST_DIRECTORIES false ${PAYLOAD}/*)
if(NOT files)
    message(FATAL_ERROR "The payload is empty: ${PAYLOAD}")
endif()

# The uninstaller removes what was installed and nothing else: a folder may be shared with what is the user's.
set(lines "")
set(folders "")
set(bytes 0)
foreach(file IN LISTS files)
    file(SIZE ${PAYLOAD}/${file} size)
    math(EXPR bytes "${bytes} + ${size}")
    string(REPLACE "/" "\\" native "${file}")
    string(APPEND lines "Delete \"$INSTDIR\\${native}\"\n")
    get_filename_component(folder "${file}" DIRECTORY)
    while(folder)
        list(APPEND folders "${folder}")
        get_filename_component(folder "${folder}" DIRECTORY)
    endwhile()
endforeach()
list(REMOVE_DUPLICATES folders)
list(SORT folders ORDER DESCENDING) # the inner ones first
foreach(folder IN LISTS folders)
    string(REPLACE "/" "\\" native "${folder}")
    string(APPEND lines "RMDir \"$INSTDIR\\${native}\"\n")
endforeach()
file(WRITE ${BUILD}/uninstall-files.nsh "${lines}")
math(EXPR kilobytes "${bytes} / 1024")

set(installer ${BUILD}/SigenModbus-${VERSION}-windows-x64.exe)
set(has_window "")
if(EXISTS ${PAYLOAD}/sigen-modbus.exe)
    set(has_window -DHAS_WINDOW)
endif()
set(warnings "")
if(WERROR)
    set(warnings -WX) # makensis' warnings change with its version: errors for developers only
endif()
# makensis finds a path's folder by the separator of the computer that it runs on.
file(TO_NATIVE_PATH ${PAYLOAD}/* payload_files)
file(TO_NATIVE_PATH ${PAYLOAD}/LICENSE.txt license)
file(TO_NATIVE_PATH ${ICON} icon)
file(TO_NATIVE_PATH ${BUILD}/uninstall-files.nsh uninstall_files)
file(TO_NATIVE_PATH ${installer} output)
file(TO_NATIVE_PATH ${CMAKE_CURRENT_LIST_DIR}/sigen-modbus.nsi script)
run(${MAKENSIS} -V2 ${warnings} -INPUTCHARSET UTF8 -DVERSION=${VERSION} -DPAYLOAD_FILES=${payload_files}
    -DLICENSE=${license} -DICON=${icon} -DHOMEPAGE=${HOMEPAGE} -DKILOBYTES=${kilobytes}
    -DUNINSTALL_FILES=${uninstall_files} -DOUTPUT=${output} ${has_window} ${script})
file(SIZE ${installer} size)
math(EXPR size "${size} / 1024")
message("${installer}: ${size} KiB, installed ${kilobytes} KiB")
