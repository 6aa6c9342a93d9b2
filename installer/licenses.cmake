# The licences of what the programs link: as files beside them, and inside the window for Help, About:
# :/sigen/licenses/licenses.txt (the overview), LICENSE.txt, LGPL-3.0.txt, GPL-3.0.txt, QtKeychain.txt.
set(folder ${PROJECT_SOURCE_DIR}/resources/licenses)
set(SIGEN_LICENSES ${folder}/licenses.txt ${folder}/LGPL-3.0.txt ${folder}/GPL-3.0.txt ${folder}/QtKeychain.txt)

if(TARGET sigen_ui)
    configure_file(${PROJECT_SOURCE_DIR}/LICENSE ${CMAKE_CURRENT_BINARY_DIR}/LICENSE.txt COPYONLY)
    add_library(sigen_licenses STATIC)
    qt_add_resources(sigen_licenses sigen_licenses PREFIX /sigen/licenses BASE ${folder} FILES ${SIGEN_LICENSES})
    qt_add_resources(sigen_licenses sigen_license PREFIX /sigen/licenses
        BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${CMAKE_CURRENT_BINARY_DIR}/LICENSE.txt)
    target_link_libraries(sigen_licenses PRIVATE Qt6::Core)
    target_link_libraries(sigen_ui PUBLIC sigen_licenses)
endif()
